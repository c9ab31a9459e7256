using Shouldly;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Signals;

public class SeverityRulesTests
{
    [Fact]
    public void The_declaration_of_the_subject_counts_before_all_else() =>
        Classify(Signal(subject: Subject("order-p1")) with { DeclaredSeverity = Severity.Low }).ShouldBe(Severity.Low);

    [Theory]
    [InlineData("order-p1", Severity.Critical)]
    [InlineData("SEV2 order queue", Severity.High)]
    [InlineData("order/warning", Severity.Medium)]
    [InlineData("order-info-sev4", Severity.Medium)]
    [InlineData("order-cpu-high", Severity.Medium)]
    [InlineData("map1-sp1ke", Severity.Medium)]
    public void A_word_in_an_alarms_name_raises_its_kind_and_never_lowers_it(string name, Severity expected) =>
        Classify(Signal(subject: Subject(name, SignalKind.CustomMetric))).ShouldBe(expected);

    [Theory]
    [InlineData("order-info", SignalKind.StatusCheck, Severity.Critical)]
    [InlineData("order-minor", SignalKind.Cpu, Severity.High)]
    [InlineData("order-sev2", SignalKind.StatusCheck, Severity.Critical)]
    [InlineData("order-critical", SignalKind.Cpu, Severity.Critical)]
    public void The_more_severe_of_name_and_kind_counts(string name, SignalKind kind, Severity expected) =>
        Classify(Signal(subject: Subject(name, kind))).ShouldBe(expected);

    [Fact]
    public void A_word_in_an_alarms_name_raises_what_its_rule_gives() =>
        Classify(Signal(subject: Subject("order-p1", SignalKind.CustomMetric)) with { RuleSeverity = Severity.High })
            .ShouldBe(Severity.Critical);

    [Fact]
    public void Names_that_AWS_gives_raise_nothing() =>
        Classify(Signal(subject: Subject("critical", SignalKind.HealthNotification, SignalSource.Health))).ShouldBe(Severity.Low);

    [Fact]
    public void A_configured_pattern_decides_and_may_lower_the_severity()
    {
        var rules = new SeverityRules { NamePatterns = [new NamePattern("order-*", Severity.Info)] };

        rules.Classify(Signal(subject: Subject("ORDER-p1"))).ShouldBe(Severity.Info);
    }

    [Fact]
    public void The_severity_of_a_rule_counts_before_the_severity_of_the_kind() =>
        Classify(
            Signal(subject: Subject("x", SignalKind.Detection, SignalSource.Trail)) with { RuleSeverity = Severity.Critical })
            .ShouldBe(Severity.Critical);

    [Theory]
    [InlineData(SignalKind.StatusCheck, Severity.Critical)]
    [InlineData(SignalKind.Cpu, Severity.High)]
    [InlineData(SignalKind.NetworkIn, Severity.Medium)]
    [InlineData(SignalKind.AuditWarning, Severity.Medium)]
    [InlineData(SignalKind.HealthNotification, Severity.Low)]
    [InlineData(SignalKind.HealthAbuse, Severity.High)]
    public void The_kind_decides_if_nothing_else_does(SignalKind kind, Severity expected) =>
        Classify(Signal(subject: Subject("x", kind))).ShouldBe(expected);

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("a*c", "abbbc", true)]
    [InlineData("a*c", "abbb", false)]
    [InlineData("*b*b", "abab", true)]
    [InlineData("abc", "ABC", true)]
    [InlineData("abc", "abcd", false)]
    public void An_asterisk_matches_any_characters(string pattern, string name, bool expected) =>
        new NamePattern(pattern, Severity.Low).Matches(name).ShouldBe(expected);

    private static Severity Classify(Signal signal) => SeverityRules.Default.Classify(signal);
}
