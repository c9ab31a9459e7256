using System.Text;
using Amazon.AWSSupport;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Aws.Events.Health;
using Watchkeeper.Aws.Support;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Support;

public sealed class TrustedAdvisorTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly AuditCheck Check = new("c1", "Some Check", "security", ["Region", "Security Group ID", "Port"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Checks_come_with_name_category_and_columns()
    {
        using var fake = new SupportFake((operation, request) =>
        {
            operation.ShouldBe("DescribeTrustedAdvisorChecks");
            request.GetProperty("language").GetString().ShouldBe("en");
            return (200, """
                {"checks":[{"id":"c1","name":"Some Check","description":"<p>why</p>","category":"security",
                "metadata":["Region","Security Group ID","Port"]},{"id":"c2","name":"Bare"}]}
                """);
        });

        var checks = (await Advisor(fake).ListAsync(Token)).ShouldBeOfType<AdvisorListing.Checks>().All;

        checks.Select(check => (check.Id, check.Name, check.Category))
            .ShouldBe([("c1", "Some Check", "security"), ("c2", "Bare", "")]);
        checks[0].Columns.ShouldBe(Check.Columns);
        checks[1].Columns.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_without_the_support_plan_is_an_answer_and_no_failure()
    {
        using var fake = Refusing(
            400, "SubscriptionRequiredException", "Amazon Web Services Premium Support Subscription is required");

        (await Advisor(fake).ListAsync(Token)).ShouldBeOfType<AdvisorListing.NotSubscribed>();
    }

    [Fact]
    public async Task A_list_that_cannot_be_had_now_is_a_failure()
    {
        using var fake = Refusing(500, "InternalServerError", "later");

        await Should.ThrowAsync<AmazonServiceException>(() => Advisor(fake).ListAsync(Token));
    }

    [Fact]
    public async Task A_result_holds_time_rows_region_resource_and_details()
    {
        using var fake = new SupportFake((operation, request) =>
        {
            operation.ShouldBe("DescribeTrustedAdvisorCheckResult");
            request.GetProperty("checkId").GetString().ShouldBe("c1");
            return (200, """
                {"result":{"checkId":"c1","timestamp":"2026-03-04T01:02:03Z","status":"error","flaggedResources":[
                {"status":"error","region":"eu-central-1","resourceId":"id-1","isSuppressed":false,"metadata":["eu-central-1a","sg-1","22"]},
                {"status":"warning","region":"-","resourceId":"id-2","isSuppressed":true,"metadata":["","",""]},
                {"status":"ok","region":"us-east-1","resourceId":"id-3","metadata":[null,"sg-3"]},
                {"status":"not_available","resourceId":"id-4","metadata":["eu-central-1","sg-4","80","more than there are columns"]}]}}
                """);
        });

        var result = (await Advisor(fake).ReadAsync(Check, Token)).ShouldBeOfType<AdvisorResult.Found>().Result;

        result.Check.ShouldBe(Check);
        result.At.ShouldBe(new DateTimeOffset(2026, 3, 4, 1, 2, 3, TimeSpan.Zero));
        result.Rows.Select(row => row.Finding).ShouldBe(
            [
                new Finding("id-1", FindingStatus.Error, "eu-central-1", "sg-1", false),
                new Finding("id-2", FindingStatus.Warning, "", "", true),
                new Finding("id-3", FindingStatus.Ok, "us-east-1", "sg-3", false),
                new Finding("id-4", FindingStatus.Ok, "eu-central-1", "sg-4", false),
            ]);
        result.Rows.Select(row => row.IsRated).ShouldBe([true, true, true, false]);
        result.Rows[0].Details.ShouldBe("Port: 22; Region: eu-central-1a; Security Group ID: sg-1");
    }

    [Fact]
    public async Task An_audit_and_a_notification_speak_of_one_incident()
    {
        using var fake = new SupportFake((_, _) => (200, """
            {"result":{"checkId":"c1","timestamp":"2026-03-04T01:02:03Z","status":"error","flaggedResources":[
            {"status":"error","region":"eu-central-1","resourceId":"h4sh","isSuppressed":false,"metadata":["eu-central-1","sg-1","22"]}]}}
            """));
        var result = (await Advisor(fake).ReadAsync(Check, Token)).ShouldBeOfType<AdvisorResult.Found>().Result;
        var notification = """
        {"id":"e-1","detail-type":"Trusted Advisor Check Item Refresh Notification","source":"aws.trustedadvisor",
        "account":"111122223333","time":"2026-03-04T01:02:03Z","region":"us-east-1","resources":[],
        "detail":{"check-name":"Some Check","check-item-detail":{"Port":"22","Security Group ID":"sg-1","Region":"eu-central-1"},
        "status":"ERROR","resource_id":"arn:aws:ec2:eu-central-1:111122223333:security-group/sg-1","uuid":"u"}}
        """;

        var reported = HealthEvents.Read(Encoding.UTF8.GetBytes(notification), Now)
            .ShouldBeOfType<SignalParseResult.Accepted>().Signal;
        var found = AuditReconciliation.Findings(new AuditScope("111122223333", "aws"), result, []).Single()
            .SignalFor(null, Now)!;

        found.Subject.Fingerprint.ShouldBe(reported.Subject.Fingerprint);
        found.Subject.Kind.ShouldBe(reported.Subject.Kind);
        found.Subject.Name.ShouldBe(reported.Subject.Name);
        found.Subject.Title.ShouldBe(reported.Subject.Title);
    }

    [Theory]
    [InlineData("""{"result":{"checkId":"c1","status":"not_available","flaggedResources":[]}}""")]
    [InlineData("""{"result":{"checkId":"c1"}}""")]
    [InlineData("""{}""")]
    public async Task A_missing_result_resolves_nothing(string body)
    {
        using var fake = new SupportFake((_, _) => (200, body));

        (await Advisor(fake).ReadAsync(Check, Token)).ShouldBeOfType<AdvisorResult.NotAvailable>();
    }

    [Theory]
    [InlineData("not a time")]
    [InlineData("2999-01-01T00:00:00Z")]
    public async Task An_impossible_time_is_replaced_by_now(string timestamp)
    {
        using var fake = new SupportFake((_, _) =>
            (200, $$$"""{"result":{"checkId":"c1","timestamp":"{{{timestamp}}}","status":"ok"}}"""));

        (await Advisor(fake).ReadAsync(Check, Token)).ShouldBeOfType<AdvisorResult.Found>().Result.At.ShouldBe(Now);
    }

    [Theory]
    [InlineData(400, "ThrottlingException")]
    [InlineData(500, "InternalServerError")]
    [InlineData(403, "AccessDeniedException")]
    public async Task A_check_that_cannot_be_read_is_reported_with_the_reason(int status, string code)
    {
        using var fake = Refusing(status, code, "because");

        (await Advisor(fake).ReadAsync(Check, Token)).ShouldBeOfType<AdvisorResult.Failed>().Reason.ShouldBe($"{code}: because");
    }

    [Fact]
    public async Task An_unavailable_service_is_a_failed_check()
    {
        var fake = new SupportFake((_, _) => (200, "{}"));
        var advisor = Advisor(fake);
        fake.Dispose();

        (await advisor.ReadAsync(Check, Token)).ShouldBeOfType<AdvisorResult.Failed>().Reason.ShouldNotBeEmpty();
        (await advisor.RefreshAsync(Check, Token)).ShouldBe(RefreshResult.Failed);
    }

    [Fact]
    public async Task A_check_is_refreshed()
    {
        using var fake = new SupportFake((operation, request) =>
        {
            operation.ShouldBe("RefreshTrustedAdvisorCheck");
            return (200, $$$"""
                {"status":{"checkId":"{{{request.GetProperty("checkId").GetString()}}}","status":"enqueued","millisUntilNextRefreshable":3599992}}
                """);
        });

        (await Advisor(fake).RefreshAsync(Check, Token)).ShouldBe(RefreshResult.Asked);
    }

    [Fact]
    public async Task A_refresh_that_the_check_refuses_is_no_failure()
    {
        using var fake = Refusing(400, "InvalidParameterValueException", "check c1 cannot be refreshed");

        (await Advisor(fake).RefreshAsync(Check, Token)).ShouldBe(RefreshResult.ByItselfOnly);
    }

    [Fact]
    public async Task A_throttled_refresh_is_left()
    {
        using var fake = Refusing(400, "ThrottlingException", "slow down");

        (await Advisor(fake).RefreshAsync(Check, Token)).ShouldBe(RefreshResult.Failed);
    }

    private static SupportFake Refusing(int status, string code, string message) =>
        new((_, _) => (status, $$"""{"__type":"{{code}}","message":"{{message}}"}"""));

    private static TrustedAdvisor Advisor(SupportFake fake) => new(
        new AmazonAWSSupportClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonAWSSupportConfig { ServiceURL = fake.Url, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 }),
        new FakeTimeProvider(Now));
}
