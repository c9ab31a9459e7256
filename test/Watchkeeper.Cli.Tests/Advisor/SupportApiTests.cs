using System.Collections.Immutable;
using Amazon.AWSSupport;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Aws.Support;
using Watchkeeper.Cli.Advisor;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Processes;
using Xunit;

namespace Watchkeeper.Cli.Tests.Advisor;

public sealed class SupportApiTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("watchkeeper-advisor-").FullName;
    private readonly FakeTimeProvider time = new(Morning);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_folder_without_checks_is_an_account_without_the_support_plan() =>
        (await Advisor().ListAsync(Token)).ShouldBeOfType<AdvisorListing.NotSubscribed>();

    [Fact]
    public async Task Checks_are_listed_as_the_file_has_them()
    {
        WriteChecks();

        var check = (await ChecksAsync(Advisor())).ShouldHaveSingleItem();

        (check.Id, check.Name, check.Category).ShouldBe(("c1", "Open Doors", "security"));
        check.Columns.ShouldBe(["Region", "Security Group ID", "Status"]);
    }

    [Fact]
    public async Task A_result_counts_from_its_time_on_until_a_newer_one_replaces_it()
    {
        WriteChecks();
        WriteResult("1", Morning.AddMinutes(-20), "warning");
        WriteResult("2", Morning.AddDays(1), "error");
        var advisor = Advisor();
        var check = (await ChecksAsync(advisor)).Single();

        (await StatusAsync(advisor, check)).ShouldBe(FindingStatus.Warning);
        time.Advance(TimeSpan.FromDays(1));
        (await StatusAsync(advisor, check)).ShouldBe(FindingStatus.Error);
    }

    [Fact]
    public async Task A_check_without_a_result_can_be_refreshed()
    {
        WriteChecks();
        WriteResult("1", Morning.AddSeconds(1), "warning");
        var advisor = Advisor();
        var check = (await ChecksAsync(advisor)).Single();

        (await advisor.ReadAsync(check, Token)).ShouldBeOfType<AdvisorResult.NotAvailable>();
        (await advisor.RefreshAsync(check, Token)).ShouldBe(RefreshResult.Asked);
    }

    [Fact]
    public async Task A_missing_check_is_refused_as_AWS_does()
    {
        WriteChecks();

        var reading = await Advisor().ReadAsync(new AuditCheck("c2", "Another", "security", []), Token);

        reading.ShouldBeOfType<AdvisorResult.Failed>().Reason.ShouldStartWith("InvalidParameterValueException");
    }

    [Fact]
    public async Task A_process_gets_the_same_answers_by_HTTP()
    {
        WriteChecks();
        WriteResult("1", Morning.AddMinutes(-20), "warning");
        await using var server = await SupportServer.StartAsync(Api());
        using var client = new AmazonAWSSupportClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonAWSSupportConfig { ServiceURL = $"http://{server.Endpoint}", AuthenticationRegion = "us-east-1" });
        var advisor = new TrustedAdvisor(client, time);

        (await StatusAsync(advisor, (await ChecksAsync(advisor)).Single())).ShouldBe(FindingStatus.Warning);
    }

    [Theory]
    [InlineData("trusted-advisor-checks.json", "[]", "$.checks must be an array")]
    [InlineData("trusted-advisor-checks.json", """{"checks": {}}""", "$.checks must be an array")]
    [InlineData("trusted-advisor-results/1.json", "{", "Expected depth to be zero")]
    [InlineData("trusted-advisor-results/1.json", """{"result": []}""", "$.result must be an object")]
    [InlineData(
        "trusted-advisor-results/1.json", """{"result": {"checkId": "c1", "timestamp": "soon"}}""",
        "«timestamp» as an ISO 8601 time")]
    public void A_file_of_another_form_is_reported_with_the_command_that_prints_the_right_form(
        string file, string text, string problem)
    {
        WriteChecks();
        Write(file, text);

        var refused = Should.Throw<RunException>(Api);

        refused.Message.ShouldContain(Path.Combine(folder, file));
        refused.Message.ShouldContain("aws support describe-trusted-advisor-check");
        refused.Message.ShouldContain(problem);
    }

    private SupportApi Api() => new(AdvisorFiles.Load(folder), time);

    private TrustedAdvisor Advisor() => new(SupportClient.Over(Api()), time);

    private static async Task<ImmutableArray<AuditCheck>> ChecksAsync(TrustedAdvisor advisor) =>
        (await advisor.ListAsync(Token)).ShouldBeOfType<AdvisorListing.Checks>().All;

    private static async Task<FindingStatus> StatusAsync(TrustedAdvisor advisor, AuditCheck check) =>
        (await advisor.ReadAsync(check, Token)).ShouldBeOfType<AdvisorResult.Found>().Result.Rows.Single().Finding.Status;

    private void WriteChecks() => Write(
        "trusted-advisor-checks.json",
        """{"checks": [{"id": "c1", "name": "Open Doors", "description": "", "category": "security", "metadata": """
            + """["Region", "Security Group ID", "Status"]}]}""");

    private void WriteResult(string name, DateTimeOffset at, string status) => Write(
        $"trusted-advisor-results/{name}.json",
        $$$"""
        {"result": {"checkId": "c1", "timestamp": "{{{at:yyyy-MM-ddTHH:mm:ssZ}}}", "status": "{{{status}}}", "flaggedResources": [
            {"status": "{{{status}}}", "region": "eu-central-1", "resourceId": "r1", "isSuppressed": false, "metadata": ["eu-central-1", "sg-1", "Red"]}]}}
        """);

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
