using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Notification.Templates;
using Watchkeeper.Routing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Templates;

/// <summary>What people want to say in words of their own, line by line.</summary>
public sealed class TemplateLinesTests
{
    private static readonly TimelineEntry Opened = SampleAlarms.Measured(Transition.Opened);
    private static readonly TimelineEntry Resolved = SampleAlarms.Measured(Transition.Resolved, minutes: 12);

    [Fact] // falcon-message 11: own labels in own order.
    public void Lines_have_labels_of_ones_own() => Lines(
        """
        告警级别: {{ severity }}
        告警对象: {{ service }} / {{ name }}
        告警时间: {{ began }}
        """, Opened, Locale.Chinese)
        .ShouldBe(["告警级别: 高", "告警对象: order / order-cpu", "告警时间: 2026-11-24 07:23:05 UTC"]);

    [Fact] // grafana 48161: «[<no value>]».
    public void A_line_whose_values_are_all_missing_is_left_out() => Lines(
        """
        Acknowledged by {{ acknowledged_by }}

        Team: {{ label.team }} {{ label.tier }}
        {{ severity }}: {{ label.team }}
        Call +1 555 0100
        """, Opened).ShouldBe(["HIGH:", "Call +1 555 0100"]);

    [Fact] // prometheus-webhook-dingtalk 98 and 229: other lines for the end.
    public void Conditions_choose_lines_by_what_happened()
    {
        const string template = """
            {{ if transition == "resolved" }}
            It is over: {{ ended }}
            {{ else if severity == "CRITICAL" }}
            Wake everybody
            {{ else if not label.nothing }}
            {{ if source == "alarm" }}Look{{ end }} at {{ resource }}
            {{ else }}
            Never
            {{ end }}
            """;

        Lines(template, Opened)[0].ShouldStartWith("Look at ");
        Lines(template, Opened).Count.ShouldBe(1);
        Lines(template, Resolved).ShouldBe(["It is over: 2026-11-24 07:35:05 UTC"]);
    }

    [Fact]
    public void Codes_compare_the_same_in_every_language()
    {
        const string template = """{{ if severity == "high" }}{{ severity }}{{ end }}{{ if severity != "high" }}no{{ end }}""";

        Lines(template, Opened).ShouldBe(["HIGH"]);
        Lines(template, Opened, Locale.Chinese).ShouldBe(["高"]);
    }

    [Fact]
    public void Bold_text_and_links_are_the_templates_own()
    {
        var runs = Runs(
            "**{{ service }}**: see [{{ name }}](https://wiki.example/{{ name }}?q={{ label.x }}a b) or [[runbook]({{ runbook }}), ok");

        runs.ShouldBe(
        [
            new OwnRun("order") { IsBold = true },
            new OwnRun(": see "),
            new OwnRun("order-cpu") { Address = "https://wiki.example/order-cpu?q=a%20b" },
            new OwnRun(" or ["),
            new OwnRun("runbook") { Address = "https://wiki.example.com/order/cpu" },
            new OwnRun(", ok"),
        ]);
    }

    [Theory]
    [InlineData("a ** b", "a ** b")]
    [InlineData("a [b] (c)", "a [b] (c)")]
    [InlineData("[b](https://x.example/", "[b](https://x.example/")]
    [InlineData("]( ) [", "]( ) [")]
    [InlineData("****", "")]
    public void Signs_without_their_counterpart_are_text(string template, string text) =>
        string.Concat(Runs(template).Select(run => run.Text)).ShouldBe(text);

    [Fact]
    public void Signs_in_a_value_are_text()
    {
        var entry = Named("**x** [y](https://evil.example/) {{ advice }} {{ end }}");

        Runs("{{ name }}", entry).ShouldBe([new OwnRun("**x** [y](https://evil.example/) {{ advice }} {{ end }}")]);
        Runs("[{{ name }}", entry).ShouldHaveSingleItem().Address.ShouldBeNull();
        Runs("**{{ name }}", entry).ShouldHaveSingleItem().IsBold.ShouldBeFalse();
        Runs("[a](https://wiki.example/{{ name }})", entry).ShouldHaveSingleItem().Address!
            .ShouldStartWith("https://wiki.example/%2A%2Ax%2A%2A%20%5By%5D%28https%3A%2F%2Fevil.example%2F%29%20%7B%7B%20advice");
    }

    [Fact]
    public void A_link_without_an_address_is_its_name()
    {
        var subject = Opened.Incident.Subject with { Runbook = "ftp://x" };
        var entry = Opened with { Incident = Opened.Incident with { Subject = subject } };

        Runs("[runbook]({{ runbook }})", entry).ShouldBeEmpty();
        Runs("[runbook]({{ runbook }}) of {{ service }}", entry).ShouldBe([new OwnRun("runbook of order")]);
    }

    [Fact]
    public void Lines_of_ours_stand_where_the_template_wants_them()
    {
        var content = MessageRenderer.Render(Opened, SampleAlarms.DryRun(Locale.English)).Content;
        var whole = MessageLines.Create(content);

        MessageLines.Create(With(content, "first\n  {{ message }}\nlast")).Select(line => line.Value)
            .ShouldBe(["first", .. whole.Select(line => line.Value), "last"]);
        MessageLines.Create(With(content, "{{ links }}\n{{ facts }}")).ShouldBe(
            whole.Where(line => line.Address is not null).Concat(whole.Where(line => line.IsCopied)));
    }

    [Fact]
    public void A_template_that_says_nothing_leaves_the_time() =>
        Lines("{{ if transition == \"resolved\" }}\nover\n{{ end }}", Opened).ShouldBe(["Since 07:23 UTC · eu-central-1"]);

    [Fact] // A fallback's message must say whom it stands for, whatever the template leaves out.
    public void Who_was_not_reached_stays_first()
    {
        var failed = new Delivery
        {
            Receiver = "night",
            Channel = new Channel(ChannelKind.Slack, "ssm:/x"),
            Status = DeliveryStatus.Failed,
            Detail = "no_service",
        };
        var content = MessageRenderer.Render(Opened, SampleAlarms.DryRun(Locale.English).InPlaceOf(failed)).Content;

        MessageLines.Create(With(content, "{{ advice }}"))[0].Value.ShouldBe("night was not reached by slack: no_service.");
        MessageLines.Create(With(content, "{{ severity }}{{ lead }}"))[1].Value.ShouldBe("HIGH");
    }

    [Fact]
    public void Windows_line_ends_and_indented_conditions_make_no_lines() =>
        Lines("  {{ if what }}\r\n    a {{ \"{{\" }}\r\n\t{{ end }}\r\n\r\n b\r\n", Opened).ShouldBe(["a {{", "b"]);

    private static TimelineEntry Named(string name) =>
        Opened with { Incident = Opened.Incident with { Subject = Opened.Incident.Subject with { Name = name } } };

    private static MessageContent With(MessageContent content, string template) =>
        content with { Own = OwnLines.Write(Parse(template), content) };

    private static IReadOnlyList<string> Lines(string template, TimelineEntry entry, Locale locale = Locale.English) =>
    [
        .. MessageLines.Create(With(MessageRenderer.Render(entry, SampleAlarms.DryRun(locale)).Content, template))
            .Select(line => line.Value),
    ];

    private static IReadOnlyList<OwnRun> Runs(string template, TimelineEntry? entry = null)
    {
        var content = MessageRenderer.Render(entry ?? Opened, SampleAlarms.DryRun(Locale.English)).Content;
        return [.. OwnLines.Write(Parse(template), content).OfType<OwnLine.Text>().SelectMany(line => line.Runs)];
    }

    private static ImmutableArray<TemplatePiece> Parse(string template) =>
        TemplateParser.Parse(template, OwnLines.Refuse).ShouldBeOfType<TemplateResult.Parsed>().Pieces;
}
