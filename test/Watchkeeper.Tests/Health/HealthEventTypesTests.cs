using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Health;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Health;

public class HealthEventTypesTests
{
    private static readonly Regex Placeholder = new(@"\{\w+\}", RegexOptions.NonBacktracking);

    [Fact]
    public void The_common_codes_have_words_in_both_languages_that_name_the_same()
    {
        HealthEventTypes.Known.Count().ShouldBeGreaterThanOrEqualTo(60);
        foreach (var type in HealthEventTypes.Known.Concat(TypeFamilies.All))
        {
            Placeholders(type.Chinese).ShouldBe(Placeholders(type.English), type.Code);
            Placeholders(type.English).ShouldAllBe(name => name == "{thing}", type.Code);
            type.Chinese.Any(c => c >= '\u4e00').ShouldBeTrue(type.Code);
        }
    }

    [Fact]
    public void Every_step_has_advice_in_both_languages_except_to_read_the_event()
    {
        foreach (var type in HealthEventTypes.Known)
        {
            foreach (var chinese in new[] { false, true })
            {
                (HealthAdvice.Find(Sample.Subject(type.Code, source: SignalSource.Health), chinese) is null)
                    .ShouldBe(type.Step is HealthStep.ReadIt, type.Code);
            }
        }
    }

    [Fact]
    public void A_longer_end_is_tried_before_a_shorter_one()
    {
        var ends = TypeFamilies.All.Select(family => family.Code).ToList();

        for (var at = 0; at < ends.Count; at++)
            ends.Take(at).ShouldAllBe(earlier => !ends[at].EndsWith(earlier), ends[at]);
    }

    [Theory]
    [InlineData("AWS_RISK_CREDENTIALS_EXPOSED", Severity.Critical)]
    [InlineData("AWS_RISK_ACCOUNT_CONSOLE_COMPROMISE", Severity.Critical)]
    [InlineData("AWS_RISK_SOMETHING_NEW", Severity.Critical)]
    [InlineData("AWS_ACM_RENEWAL_STATE_CHANGE", Severity.High)]
    [InlineData("AWS_BILLING_SUSPENSION_NOTICE", Severity.Critical)]
    [InlineData("AWS_EBS_VOLUME_LOST", Severity.Critical)]
    [InlineData("AWS_ABUSE_DOS_REPORT", null)]
    [InlineData("AWS_EC2_INSTANCE_STOP_SCHEDULED", null)]
    public void A_meaning_that_demands_a_severity_has_it(string code, Severity? severity) =>
        HealthEventTypes.Find(code)!.Severity.ShouldBe(severity);

    [Theory]
    [InlineData("ABUSE", "AWS_ABUSE_SOMETHING", true)]
    [InlineData("IAM", "AWS_RISK_CREDENTIALS_EXPOSED", true)]
    [InlineData("EC2", "AWS_EC2_OPERATIONAL_ISSUE", false)]
    public void Abuse_and_risk_are_about_the_account_itself(string service, string code, bool expected) =>
        HealthEventTypes.IsAboutAbuse(service, code).ShouldBe(expected);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder.Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
