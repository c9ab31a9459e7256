using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Audits;

public class CheckTitleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 0, 0, 0, TimeSpan.Zero);
    private static readonly Regex Placeholder = new(@"\{\w+\}", RegexOptions.NonBacktracking);
    private static readonly string[] Values =
        ["{resource}", "{age}", "{port}", "{resourceName}", "{user}", "{usage}", "{limit}", "{savings}"];

    [Fact]
    public void The_best_known_checks_of_all_pillars_have_words_in_both_languages_that_name_the_same()
    {
        var checks = CheckWords.Known.ToList();

        checks.Count.ShouldBeGreaterThanOrEqualTo(60);
        checks.Select(check => check.Category).Distinct().ShouldBe(
            ["security", "cost_optimizing", "fault_tolerance", "service_limits", "performance"], ignoreOrder: true);
        foreach (var check in checks)
        {
            Placeholders(check.Chinese).ShouldBe(Placeholders(check.English), check.Name);
            Placeholders(check.English).ShouldBeSubsetOf(Values, check.Name);
            check.EnglishAdvice.ShouldEndWith(".", customMessage: check.Name);
            check.ChineseAdvice.ShouldEndWith("。", customMessage: check.Name);
        }
    }

    [Theory]
    [InlineData("HCP4007jGY", "")]
    [InlineData("", "Security Groups - Specific Ports Unrestricted")]
    [InlineData("", "Security Groups – Specific Ports Unrestricted ")]
    public void A_check_is_known_by_its_id_and_by_its_name(string id, string name) =>
        CheckWords.Find(id, name)!.Id.ShouldBe("HCP4007jGY");

    [Theory]
    [InlineData("MFA on Root Account", "", "Status=Red", "The root account has no MFA", "根用户未启用 MFA")]
    [InlineData("Amazon S3 Bucket Permissions", "shop-order-exports", "",
        "Bucket shop-order-exports is open to others", "存储桶 shop-order-exports 对外开放")]
    [InlineData("IAM Access Key Rotation", "AKIAIOSFODNN7EXAMPLE", "IAM User=kim;Key Last Rotated=2026-01-01T09:14:51.000Z",
        "Access key AKIAIOSFODNN7EXAMPLE of kim is 320 days old", "kim 的访问密钥 AKIAIOSFODNN7EXAMPLE 已 320 天未轮换")]
    [InlineData("IAM Access Key Rotation", "AKIAIOSFODNN7EXAMPLE", "",
        "Access key AKIAIOSFODNN7EXAMPLE is old", "访问密钥 AKIAIOSFODNN7EXAMPLE 已未轮换")]
    [InlineData("Security Groups - Unrestricted Access", "sg-1 (vpc-2)", "From Port=20;To Port=22;Security Group Name=web",
        "Port 20–22 of security group sg-1 (web) is open to everybody", "安全组 sg-1（web） 的端口 20–22 对所有人开放")]
    [InlineData("Security Groups - Unrestricted Access", "sg-1", "", "Security group sg-1 is open to everybody", "安全组 sg-1对所有人开放")]
    [InlineData("VPC", "VPC VPCs", "Limit Amount=5;Current Usage=4", "Quota VPC VPCs: 4 of 5 used", "配额 VPC VPCs：已用 4，上限 5")]
    [InlineData("A check of tomorrow", "arn:aws:sqs:eu-central-1:123456789012:orders", "",
        "A check of tomorrow: orders", "A check of tomorrow：orders")]
    [InlineData("A check of tomorrow", "", "", "A check of tomorrow", "A check of tomorrow")]
    public void A_finding_says_a_fact(string check, string resource, string columns, string english, string chinese)
    {
        var subject = Finding(check, resource, columns);

        CheckTitle.Create(subject, chinese: false, Now).ShouldBe(english);
        CheckTitle.Create(subject, chinese: true, Now).ShouldBe(chinese);
    }

    [Theory]
    [InlineData("shop-order-exports", false, "shop-order-exports is no longer flagged: Some Check", "shop-order-exports 不再被标记：Some Check")]
    [InlineData("", false, "Some Check is no longer flagged", "Some Check 不再被标记")]
    [InlineData("shop-order-exports", true,
        "shop-order-exports is excluded in Trusted Advisor: Some Check", "shop-order-exports 已在 Trusted Advisor 中排除：Some Check")]
    [InlineData("", true, "Some Check is excluded in Trusted Advisor", "Some Check 已在 Trusted Advisor 中排除")]
    public void The_end_of_a_finding_does_not_say_that_it_is_there(string resource, bool isExcluded, string english, string chinese)
    {
        CheckTitle.OfEnd(Finding("Some Check", resource, ""), chinese: false, isExcluded).ShouldBe(english);
        CheckTitle.OfEnd(Finding("Some Check", resource, ""), chinese: true, isExcluded).ShouldBe(chinese);
    }

    [Fact]
    public void A_key_that_is_public_is_critical_when_it_is_red()
    {
        var red = Finding("Exposed Access Keys", "AKIAIOSFODNN7EXAMPLE", "");

        AuditSignal.SeverityOf(red).ShouldBe(Severity.Critical);
        AuditSignal.SeverityOf(red with { Kind = SignalKind.AuditWarning }).ShouldBeNull();
        AuditSignal.SeverityOf(Finding("MFA on Root Account", "", "")).ShouldBeNull();
    }

    private static Subject Finding(string check, string resource, string columns) =>
        Sample.Subject(check, SignalKind.AuditError, SignalSource.Audit) with
        {
            Resource = resource,
            Labels = CheckFacts.From(columns.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(column => column.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1]))),
        };

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder.Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
