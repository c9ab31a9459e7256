using System.Net;
using Amazon.AWSSupport;
using Amazon.AWSSupport.Model;
using Amazon.Runtime;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Packages.Tests.Clients;

public sealed class SupportTests(MotoFixture moto)
{
    private const string Result = """
        {"result":{"checkId":"Qch7DwouX1","timestamp":"2026-11-20T09:15:00Z","status":"warning","new":{"a":[1]},
        "resourcesSummary":{"resourcesProcessed":12,"resourcesFlagged":2,"resourcesIgnored":1,"resourcesSuppressed":0},
        "categorySpecificSummary":{"costOptimizing":{"estimatedMonthlySavings":81.5,"estimatedPercentMonthlySavings":0.25}},
        "flaggedResources":[
          {"status":"warning","region":"eu-central-1","resourceId":"row-1","isSuppressed":false,"metadata":["eu-central-1","i-0a","订单",null]},
          {"status":"ok","resourceId":"row-2","metadata":[]}]}}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_checks_are_listed_with_the_titles_of_their_columns()
    {
        using var support = Client(moto.ServiceUrl);

        var listed = await support.DescribeTrustedAdvisorChecksAsync(
            new DescribeTrustedAdvisorChecksRequest { Language = "en" }, Cancel);

        listed.Checks.Count.ShouldBeGreaterThan(100);
        var check = listed.Checks.First(found => found.Category == "cost_optimizing");
        check.Id.ShouldNotBeNullOrEmpty();
        check.Name.ShouldNotBeNullOrEmpty();
        check.Description.ShouldNotBeNullOrEmpty();
        check.Metadata.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_check_can_be_refreshed()
    {
        using var support = Client(moto.ServiceUrl);

        var refreshed = await support.RefreshTrustedAdvisorCheckAsync(
            new RefreshTrustedAdvisorCheckRequest { CheckId = "Qch7DwouX1" }, Cancel);

        refreshed.Status.CheckId.ShouldBe("Qch7DwouX1");
        refreshed.Status.Status.ShouldNotBeNullOrEmpty();
        refreshed.Status.MillisUntilNextRefreshable.ShouldNotBeNull();
    }

    [Fact]
    public async Task Refreshes_are_listed_by_check()
    {
        await using var server = new SmallServer(SmallServer.Answer.Json(
            200, """{"statuses":[{"checkId":"a","status":"enqueued","millisUntilNextRefreshable":3600000},"""
                + """{"checkId":"b","status":"none","millisUntilNextRefreshable":0}]}"""));
        using var support = Client(server.Url);

        var response = await support.DescribeTrustedAdvisorCheckRefreshStatusesAsync(
            new DescribeTrustedAdvisorCheckRefreshStatusesRequest { CheckIds = ["a", "b"] }, Cancel);

        response.Statuses.Select(run => (run.CheckId, run.Status, run.MillisUntilNextRefreshable))
            .ShouldBe([("a", "enqueued", 3600000L), ("b", "none", 0L)]);
        var request = server.Requests.ShouldHaveSingleItem();
        request.Head.ShouldContain("X-Amz-Target: AWSSupport_20130415.DescribeTrustedAdvisorCheckRefreshStatuses");
        request.Head.ShouldContain("Content-Type: application/x-amz-json-1.1");
        request.Body.ShouldBe("""{"checkIds":["a","b"]}""");
    }

    [Fact]
    public async Task A_result_has_all_of_its_rows()
    {
        await using var server = new SmallServer(SmallServer.Answer.Json(200, Result));
        using var support = Client(server.Url);

        var answer = await support.DescribeTrustedAdvisorCheckResultAsync(
            new DescribeTrustedAdvisorCheckResultRequest { CheckId = "Qch7DwouX1", Language = "zh" }, Cancel);

        var result = answer.Result;
        (result.CheckId, result.Timestamp, result.Status).ShouldBe(("Qch7DwouX1", "2026-11-20T09:15:00Z", "warning"));
        var summary = result.ResourcesSummary;
        (summary.ResourcesProcessed, summary.ResourcesFlagged, summary.ResourcesIgnored, summary.ResourcesSuppressed)
            .ShouldBe((12L, 2L, 1L, 0L));
        result.CategorySpecificSummary.CostOptimizing.EstimatedMonthlySavings.ShouldBe(81.5);
        result.CategorySpecificSummary.CostOptimizing.EstimatedPercentMonthlySavings.ShouldBe(0.25);
        result.FlaggedResources.Count.ShouldBe(2);
        result.FlaggedResources[0].Metadata.ShouldBe(["eu-central-1", "i-0a", "订单", null]);
        (result.FlaggedResources[0].Region, result.FlaggedResources[0].IsSuppressed).ShouldBe(("eu-central-1", false));
        (result.FlaggedResources[1].Region, result.FlaggedResources[1].IsSuppressed).ShouldBe((null, null));
        answer.ResponseMetadata.RequestId.ShouldBe("r-2");
        server.Requests.ShouldHaveSingleItem().Body.ShouldBe("""{"checkId":"Qch7DwouX1","language":"zh"}""");
    }

    [Theory]
    [InlineData("InternalServerError", typeof(InternalServerErrorException))]
    [InlineData("ThrottlingException", typeof(ThrottlingException))]
    [InlineData("SubscriptionRequiredException", typeof(AmazonAWSSupportException))]
    public async Task Each_error_code_has_its_exception(string code, Type expected)
    {
        await using var server = new SmallServer(
            SmallServer.Answer.Json(400, $$"""{"__type":"com.amazon.support#{{code}}","message":"Premium support wanted"}"""));
        using var support = Client(server.Url);

        var failure = await Should.ThrowAsync<AmazonAWSSupportException>(
            support.DescribeTrustedAdvisorChecksAsync(new DescribeTrustedAdvisorChecksRequest { Language = "en" }, Cancel));

        failure.ShouldBeOfType(expected);
        failure.ErrorCode.ShouldBe(code);
        failure.Message.ShouldBe("Premium support wanted");
        failure.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        failure.RequestId.ShouldBe("r-2");
    }

    [Fact]
    public async Task A_throttled_request_is_tried_again()
    {
        await using var server = new SmallServer(
            SmallServer.Answer.Json(400, """{"__type":"ThrottlingException","message":"Slow down"}"""),
            SmallServer.Answer.Json(200, """{"checks":[]}"""));
        using var support = Client(server.Url, retries: 2);

        var listed = await support.DescribeTrustedAdvisorChecksAsync(
            new DescribeTrustedAdvisorChecksRequest { Language = "en" }, Cancel);

        listed.Checks.ShouldBeEmpty();
        server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"checks":[{"id":3}]}""")]
    [InlineData("""{"checks":[""")]
    [InlineData("<html>")]
    public async Task An_answer_of_another_shape_is_an_exception(string body)
    {
        await using var server = new SmallServer(SmallServer.Answer.Json(200, body));
        using var support = Client(server.Url);

        await Should.ThrowAsync<AmazonUnmarshallingException>(
            support.DescribeTrustedAdvisorChecksAsync(new DescribeTrustedAdvisorChecksRequest { Language = "en" }, Cancel));
    }

    private static AmazonAWSSupportClient Client(string url, int retries = 0) => new(
        Emulated.Credentials,
        new AmazonAWSSupportConfig { ServiceURL = url, AuthenticationRegion = "us-east-1", MaxErrorRetry = retries });
}
