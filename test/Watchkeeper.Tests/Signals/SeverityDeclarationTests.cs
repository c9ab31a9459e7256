using CsCheck;
using Shouldly;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Signals;

public sealed class SeverityDeclarationTests
{
    [Theory]
    [InlineData("Orders wait. severity=critical", Severity.Critical)]
    [InlineData("Severity : sev3, owner shop", Severity.Medium)]
    [InlineData("severity unknown; severity=high", Severity.High)]
    [InlineData("Severity: Critical.", Severity.Critical)]
    [InlineData("severity=>high", Severity.High)]
    [InlineData("Severity level: 2", Severity.High)]
    [InlineData("alarm_severity = P2", Severity.High)]
    [InlineData("AlarmSeverity: P2", Severity.High)]
    [InlineData("`severity`: `high`", Severity.High)]
    [InlineData("{\"team\":\"shop\",\"severity\":\"critical\"}", Severity.Critical)]
    [InlineData("{ \"Severity\" : 2 }", Severity.High)]
    [InlineData("{\"severity\": [\"high\"]}", Severity.High)]
    [InlineData("severity：高", Severity.High)]
    [InlineData("severity=low severity=high", Severity.High)]
    [InlineData("https://wiki.shop.example/a?team=x severity=low", Severity.Low)]
    [InlineData("https://wiki.shop.example/a?severity=low&priority=1", null)]
    [InlineData("queue-priority=1", null)]
    [InlineData("the severity is high", null)]
    [InlineData("severity=", null)]
    [InlineData("severity: null", null)]
    [InlineData("", null)]
    public void A_description_may_declare_a_severity(string description, Severity? expected) =>
        SeverityDeclaration.FromDescription(description).ShouldBe(new(expected, null));

    [Theory]
    [InlineData("severity=nonsense", null, "nonsense")]
    [InlineData("severity=P7, priority: P2", Severity.High, "P7")]
    [InlineData("{\"severity\":\"tier one\"}", null, "tier one")]
    [InlineData("severity: ${severity}", null, "${severity")]
    public void A_value_that_is_not_understood_is_kept(string description, Severity? severity, string unknown) =>
        SeverityDeclaration.FromDescription(description).ShouldBe(new(severity, unknown));

    [Theory]
    [InlineData("severity", true)]
    [InlineData("Severity", true)]
    [InlineData("shop:alarm-severity", true)]
    [InlineData("monitoring/severity_level", true)]
    [InlineData("sev", true)]
    [InlineData("priority", true)]
    [InlineData("Alarm Priority", true)]
    [InlineData("opsgenie-priority", true)]
    [InlineData("restart-priority", false)]
    [InlineData("several", false)]
    [InlineData("criticality", false)]
    [InlineData("level", false)]
    [InlineData("", false)]
    public void A_tag_declares_a_severity_by_its_key(string key, bool declares) =>
        SeverityDeclaration.FromTags([new(key, "P1")]).Severity.ShouldBe(declares ? Severity.Critical : null);

    [Fact]
    public void Of_several_tags_the_most_severe_known_value_counts() =>
        SeverityDeclaration.FromTags([new("severity", "low"), new("priority", "x\u202e\n\U000e0069y"), new("sev", "2")])
            .ShouldBe(new(Severity.High, "x y"));

    [Fact]
    public void An_unknown_value_is_bounded() =>
        SeverityDeclaration.FromTags([new("severity", new string('x', 5000))])
            .Unknown!.Length.ShouldBe(SubjectLimits.UnknownSeverity);

    [Theory]
    [InlineData("[P1] orders wait", Severity.Critical)]
    [InlineData("SEV2 orders wait", Severity.High)]
    [InlineData("SEV-1: orders wait", Severity.Critical)]
    [InlineData("CRITICAL - orders wait", Severity.Critical)]
    [InlineData("Orders wait - CRITICAL", Severity.Critical)]
    [InlineData("Orders wait [P2]", Severity.High)]
    [InlineData("(P1) orders wait", Severity.Critical)]
    [InlineData("P0!", Severity.Critical)]
    [InlineData("Critical orders API: errors", null)]
    [InlineData("Alert: critical path", null)]
    [InlineData("Alert: orders wait", null)]
    [InlineData("ERROR - orders wait", null)]
    [InlineData("Not critical: orders wait", null)]
    [InlineData("A critical part is slow", null)]
    [InlineData("[", null)]
    [InlineData("", null)]
    public void A_declaration_stands_apart_from_the_prose(string description, Severity? expected) =>
        SeverityDescription.Mark(description).ShouldBe(expected);

    [Fact]
    public void Any_text_is_read_to_its_end() =>
        Gen.Char["severityP1={}[]<>:\"'\\ -.,;|&?\n（：级别"].Array[0, 200].Select(letters => new string(letters)).Sample(text =>
        {
            SeverityDeclaration.FromDescription(text);
            SeverityDescription.Mark(text);
            SeverityNames.FromName(text);
        });
}
