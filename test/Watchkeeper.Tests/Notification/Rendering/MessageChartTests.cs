using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Metrics;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Rendering;

public sealed partial class MessageChartTests
{
    private static readonly MetricFacts Cpu = new()
    {
        Namespace = "AWS/EC2",
        Metric = "CPUUtilization",
        Statistic = "Average",
        Limit = 80,
        Side = BreachSide.Above,
    };

    [Fact]
    public void A_chart_has_a_bar_for_each_point_and_the_limit_on_the_same_scale()
    {
        var chart = Create(Cpu, 46.6, 80, 93.2)!;

        chart.Bars.ShouldBe(
        [
            new ChartBar("07:23", "46.6 %", 50, false), new ChartBar("07:24", "80 %", 86, true),
            new ChartBar("07:25", "93.2 %", 100, true),
        ]);
        chart.LimitPercent.ShouldBe(86);
        chart.Line(English.Sentences).ShouldBe("07:23 46.6 %, 07:24 80 %, 07:25 93.2 %");
        chart.Line(Chinese.Sentences).ShouldBe("07:23 46.6 %，07:24 80 %，07:25 93.2 %");
    }

    [Fact]
    public void A_chart_speaks_the_language_of_its_reader() =>
        MessageChart.Create(Points(46.6, 93.2), Cpu, Chinese.Sentences)!.Bars.Select(bar => bar.Value).ShouldBe(["46.6%", "93.2%"]);

    [Fact]
    public void A_value_below_a_minimum_is_beyond_it()
    {
        var chart = Create(Cpu with { Limit = 20, Side = BreachSide.Below }, 40, 20, 5)!;

        chart.Bars.Select(bar => (bar.Percent, bar.IsBeyond)).ShouldBe([(100, false), (50, true), (12, true)]);
        chart.LimitPercent.ShouldBe(50);
    }

    [Theory]
    [InlineData(BreachSide.Above, 80)]
    [InlineData(BreachSide.Below, 20)]
    [InlineData(BreachSide.Unknown, 80)]
    public void A_band_has_the_edge_that_was_crossed(BreachSide side, int limit)
    {
        var chart = Create(Cpu with { Limit = null, Lower = 20, Upper = 80, Side = side }, 50, 100)!;

        chart.LimitPercent.ShouldBe(limit);
    }

    [Fact]
    public void Fractions_are_shown_as_the_headline_shows_them()
    {
        var facts = new MetricFacts
        {
            Namespace = "AWS/SES",
            Metric = "Reputation.BounceRate",
            Statistic = "Average",
            Limit = 0.05,
            Side = BreachSide.Above,
        };

        Create(facts, 0.02, 0.08)!.Bars.Select(bar => bar.Value).ShouldBe(["2 %", "8 %"]);
        // One value alone shows that the numbers are no fractions.
        Create(facts, 0.02, 8)!.Bars.Select(bar => bar.Value).ShouldBe(["0.02", "8"]);
    }

    [Fact]
    public void A_chart_without_a_limit_marks_no_value()
    {
        var chart = Create(Cpu with { Limit = null }, 50, 100)!;

        chart.LimitPercent.ShouldBeNull();
        chart.Bars.ShouldAllBe(bar => !bar.IsBeyond);
    }

    [Fact]
    public void A_limit_above_every_point_sets_the_scale()
    {
        var chart = Create(Cpu, 0, 20)!;

        chart.Bars.Select(bar => bar.Percent).ShouldBe([0, 25]);
        chart.LimitPercent.ShouldBe(100);
    }

    [Fact]
    public void Points_without_times_have_no_labels()
    {
        var chart = MessageChart.Create(
            DataPoints.From([new DataPoint(null, 70), new DataPoint(null, 90)]), Cpu, English.Sentences)!;

        chart.Bars.ShouldAllBe(bar => bar.Label.Length == 0);
        chart.Line(English.Sentences).ShouldBe("70 %, 90 %");
    }

    [Fact]
    public void A_chart_that_would_show_nothing_is_omitted()
    {
        Create(Cpu, 93.2).ShouldBeNull();
        Create(Cpu).ShouldBeNull();
        Create(Cpu, -5, 93.2).ShouldBeNull();
        Create(Cpu with { Limit = -1 }, 5, 93.2).ShouldBeNull();
        Create(Cpu with { Limit = null }, 0, 0).ShouldBeNull();
        Create(Cpu with { Limit = 0 }, 0, 0).ShouldBeNull();
        Create(Cpu with { Metric = "StatusCheckFailed_System", Limit = 0 }, 0, 1).ShouldBeNull();
    }

    [Fact]
    public void The_cells_of_every_bar_fill_the_whole_width()
    {
        foreach (var limit in Enumerable.Range(-1, 102))
        {
            var bars = Enumerable.Range(0, 101).SelectMany(percent => new[]
            {
                new ChartBar("", "", percent, false), new ChartBar("", "", percent, true),
            });
            var html = new HtmlWriter();

            HtmlChart.Add(html, new MessageChart([.. bars], limit < 0 ? null : limit), "#b42318");

            var widths = html.ToString().Split("<tr><td class=").Skip(2)
                .Select(row => Cell().Matches(row).Sum(cell => int.Parse(cell.Groups["percent"].Value, CultureInfo.InvariantCulture)))
                .ToList();
            widths.Count.ShouldBe(202);
            widths.ShouldAllBe(width => width == 100);
        }
    }

    [Fact]
    public void A_bar_changes_its_colour_at_the_limit()
    {
        var html = new HtmlWriter();

        HtmlChart.Add(html, Create(Cpu, 40, 100)!, "#b42318");

        Cell().Matches(html.ToString()).Select(cell => $"{cell.Groups["percent"].Value} {cell.Groups["colour"].Value}").ShouldBe(
            ["40 #98a2b3", "40 #e4e7ec", "20 transparent", "80 #98a2b3", "20 #b42318"]);
    }

    [Fact]
    public void Both_forms_of_a_mail_show_the_points()
    {
        var message = MessageRenderer.Render(SampleAlarms.Measured(Transition.Opened), Locale.English);

        message.Text.ShouldContain("\nData points: 07:21 71 %, 07:22 88.7 %, 07:23 93.2 %\n");
        foreach (var value in (string[])["71 %", "88.7 %", "93.2 %"])
            message.Html.ShouldContain($">{value}</td>");
    }

    private static MessageChart? Create(MetricFacts facts, params double[] values) =>
        MessageChart.Create(Points(values), facts, English.Sentences);

    private static DataPoints Points(params double[] values) =>
        DataPoints.From(values.Select((value, minute) => new DataPoint(SampleEntries.Began.AddMinutes(minute), value)));

    [GeneratedRegex(
        """<td width="(?<percent>[0-9]+)%" height="10" style="background:(?<colour>[^;]+);""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Cell();
}
