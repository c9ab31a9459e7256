using Shouldly;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Signals;

public class SeverityRules_classify
{
    [Fact]
    public void What_the_thing_declares_counts_before_all_else() =>
        Classify(Signal(subject: Subject("order-p1")) with { DeclaredSeverity = Severity.Low }).ShouldBe(Severity.Low);

    [Theory]
    [InlineData("order-p1", Severity.Critical)]
    [InlineData("SEV2 order queue", Severity.High)]
    [InlineData("order/warning", Severity.Medium)]
    [InlineData("order-info-sev4", Severity.Low)]
    [InlineData("order-cpu-high", Severity.Medium)]
    [InlineData("map1-sp1ke", Severity.Medium)]
    public void A_word_in_an_alarms_name_counts_before_its_kind(string name, Severity expected) =>
        Classify(Signal(subject: Subject(name, SignalKind.CustomMetric))).ShouldBe(expected);

    [Fact]
    public void A_configured_pattern_counts_before_the_usual_words()
    {
        var rules = new SeverityRules { NamePatterns = [new NamePattern("order-*", Severity.Info)] };

        rules.Classify(Signal(subject: Subject("ORDER-p1"))).ShouldBe(Severity.Info);
    }

    [Fact]
    public void A_rules_own_severity_counts_before_the_kinds() =>
        Classify(Signal(subject: Subject("x", SignalKind.Detection, SignalSource.Trail)) with { RuleSeverity = Severity.Critical })
            .ShouldBe(Severity.Critical);

    [Theory]
    [InlineData(SignalKind.StatusCheck, Severity.Critical)]
    [InlineData(SignalKind.Cpu, Severity.High)]
    [InlineData(SignalKind.NetworkIn, Severity.Medium)]
    [InlineData(SignalKind.AuditWarning, Severity.Medium)]
    [InlineData(SignalKind.HealthNotification, Severity.Low)]
    public void The_kind_decides_when_nothing_else_says_more(SignalKind kind, Severity expected) =>
        Classify(Signal(subject: Subject("x", kind))).ShouldBe(expected);

    [Theory]
    [InlineData("Orders wait. severity=critical", Severity.Critical)]
    [InlineData("Severity : sev3, owner shop", Severity.Medium)]
    [InlineData("severity unknown; severity=high", Severity.High)]
    [InlineData("severity=nonsense", null)]
    [InlineData("", null)]
    public void A_description_may_declare_it(string description, Severity? expected) =>
        SeverityNames.FromDescription(description).ShouldBe(expected);

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("a*c", "abbbc", true)]
    [InlineData("a*c", "abbb", false)]
    [InlineData("*b*b", "abab", true)]
    [InlineData("abc", "ABC", true)]
    [InlineData("abc", "abcd", false)]
    public void Stars_stand_for_any_run(string pattern, string name, bool expected) =>
        new NamePattern(pattern, Severity.Low).Matches(name).ShouldBe(expected);

    private static Severity Classify(Signal signal) => SeverityRules.Default.Classify(signal);
}
