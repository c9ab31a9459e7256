using Shouldly;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Watchkeeper.Services;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Muting;

/// <summary>Inhibition as Alertmanager means it («inhibit_rule» in its configuration reference).</summary>
public sealed class InhibitRuleTests
{
    // The example of the reference.
    private static readonly InhibitRule Critical = new(
        [Equal("severity", "critical")], [new Matcher("severity", MatchOperator.Regex, "warning|info")], ["alertname", "dev", "instance"]);

    [Theory]
    [InlineData("severity=warning alertname=a dev=sda instance=1", "severity=critical alertname=a dev=sda instance=1", true)]
    [InlineData("severity=warning alertname=a dev=sda instance=1", "severity=critical alertname=a dev=sda instance=2", false)]
    [InlineData("severity=warning alertname=a dev=sda instance=1", "severity=high alertname=a dev=sda instance=1", false)]
    [InlineData("severity=high alertname=a", "severity=critical alertname=a", false)]
    // alertmanager 507 and 1727: a label that both lack is equal.
    [InlineData("severity=warning alertname=a", "severity=critical alertname=a", true)]
    [InlineData("severity=warning alertname=a dev=sda", "severity=critical alertname=a", false)]
    [InlineData("severity=info", "severity=critical", true)]
    public void A_rule_keeps_quiet_what_another_incident_explains(string target, string source, bool isQuiet) =>
        Critical.Inhibits(Labels(target), Labels(source)).ShouldBe(isQuiet);

    [Fact] // prometheus docs 1277: an alert never inhibits itself.
    public void What_matches_both_sides_is_not_quiet_because_of_its_like()
    {
        var rule = new InhibitRule([Equal("service", "db")], [new Matcher("severity", MatchOperator.Regex, ".*")], []);

        rule.Inhibits(Labels("service=db severity=high"), Labels("service=db severity=high")).ShouldBeFalse();
        rule.Inhibits(Labels("service=db severity=high"), Labels("service=db severity=low")).ShouldBeFalse();
        rule.Inhibits(Labels("service=shop severity=high"), Labels("service=db severity=low")).ShouldBeTrue();
    }

    [Fact]
    public void One_firing_incident_of_many_is_enough()
    {
        string[] firing = ["severity=high", "severity=critical alertname=a", "severity=critical alertname=b"];

        By("severity=warning alertname=b", firing).ShouldBe("severity=critical alertname=b");
        By("severity=warning alertname=c", firing).ShouldBeNull();
        By("severity=warning alertname=b").ShouldBeNull();

        string? By(string target, params string[] sources) => new SuppressionView(
            QuietRules.None with { Inhibitions = new InhibitRules([Critical]) }, Topology.None, SilenceSet.None,
            sources.Select(source => Firing.From(Labels(source), source)), DateTimeOffset.UnixEpoch)
            .Of(Firing.From(Labels(target), "target"))?.By;
    }

    private static Matcher Equal(string label, string value) => new(label, MatchOperator.Equal, value);

    private static LabelSet Labels(string text) => LabelSet.From(
        text.Split(' ').Select(pair => KeyValuePair.Create(pair.Split('=')[0], pair.Split('=')[1])));
}
