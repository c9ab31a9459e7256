using Shouldly;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Watchkeeper.Services;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Muting;

/// <summary>What keeps an incident quiet beside others, by rules «source>target» over names.</summary>
public sealed class ExplanationTests
{
    [Theory]
    [InlineData("a>b", "a", "b", "a")]
    [InlineData("a>b", "", "b", null)]
    [InlineData("a>b", "b", "a", null)]
    [InlineData("a>a", "a", "a", null)] // prometheus docs 1277.
    [InlineData("a>c b>c", "a b", "c", "a")]
    // Two explain each other: both are told, and what either explains is not.
    [InlineData("a>b b>a", "a b", "a", null)]
    [InlineData("a>b b>a", "a b", "b", null)]
    [InlineData("a>b b>a b>c", "a b c", "c", "b")]
    [InlineData("a>b b>c c>a", "a b c", "b", null)]
    // Half of the circle does not fire, so it is none.
    [InlineData("a>b b>c c>a", "a b", "b", "a")]
    // What is explained explains others.
    [InlineData("a>b b>c", "a b c", "c", "b")]
    [InlineData("a>b b>c", "b c", "c", "b")]
    public void Another_incident_explains_one_unless_they_explain_each_other(
        string rules, string firing, string asked, string? by) => By(rules, firing, asked).ShouldBe(by);

    [Fact]
    public void The_worst_of_several_explains()
    {
        var view = View("a>c b>c", [Of("a", "low"), Of("b", "critical")]);

        view.Of(Of("c", "critical"))!.Detail.ShouldBe("name=\"b\" inhibits name=\"c\": critical");
    }

    [Fact]
    public void The_time_to_answer_grows_in_a_line_with_the_incidents_of_a_storm()
    {
        // Every warning may explain another and is explained by one critical incident: no circle is searched twice.
        var rules = new InhibitRules(
        [
            new InhibitRule([Severity("critical")], [Severity("medium")], ["service"]),
            new InhibitRule([Severity("medium")], [Severity("low")], ["service"]),
        ]);
        var firing = Enumerable.Range(0, 5_000)
            .Select(number => Firing.From(Labels("medium", $"s{number % 50}"), $"m{number}"))
            .Append(Firing.From(Labels("critical", "s0"), "critical")).ToList();
        var view = new SuppressionView(
            QuietRules.None with { Inhibitions = rules }, Topology.None, SilenceSet.None, firing, DateTimeOffset.UnixEpoch);

        firing.Count(each => view.Of(each) is not null).ShouldBe(100);
    }

    [Fact]
    public void A_silence_comes_before_an_explanation_and_the_longest_silence_before_others()
    {
        var now = new DateTimeOffset(2026, 11, 17, 8, 0, 0, TimeSpan.Zero);
        var view = new SuppressionView(
            QuietRules.None with { Inhibitions = Rules("a>b") }, Topology.None,
            new SilenceSet([Silence("1", now.AddHours(1)), Silence("2", now.AddHours(2)), Silence("3", now)]),
            [Of("a", "high")], now);

        var suppression = view.Of(Of("b", "high"))!;

        (suppression.Kind, suppression.By, suppression.Until, suppression.Detail)
            .ShouldBe((SuppressionKind.Silence, "2", now.AddHours(2), "anna: we know"));
    }

    private static string? By(string rules, string firing, string asked) =>
        View(rules, firing.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Of(name, "high")))
            .Of(Of(asked, "high"))?.By;

    private static SuppressionView View(string rules, IEnumerable<Firing> firing) => new(
        QuietRules.None with { Inhibitions = Rules(rules) }, Topology.None, SilenceSet.None, firing, DateTimeOffset.UnixEpoch);

    private static InhibitRules Rules(string text) => new(
    [
        .. text.Split(' ').Select(rule => rule.Split('>')).Select(rule => new InhibitRule([Name(rule[0])], [Name(rule[1])], [])),
    ]);

    private static Firing Of(string name, string severity) =>
        Firing.From(LabelSet.From([KeyValuePair.Create("name", name), KeyValuePair.Create("severity", severity)]), name);

    private static LabelSet Labels(string severity, string service) =>
        LabelSet.From([KeyValuePair.Create("severity", severity), KeyValuePair.Create("service", service)]);

    private static Matcher Name(string name) => new("name", MatchOperator.Equal, name);

    private static Matcher Severity(string severity) => new("severity", MatchOperator.Equal, severity);

    private static Silence Silence(string id, DateTimeOffset end) => new()
    {
        Id = id,
        Matchers = [Name("b")],
        StartsAt = DateTimeOffset.UnixEpoch,
        EndsAt = end,
        By = "anna",
        Reason = "we know",
        ChangedAt = DateTimeOffset.UnixEpoch,
    };
}
