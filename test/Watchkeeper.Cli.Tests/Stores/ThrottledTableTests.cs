using Amazon.DynamoDBv2;
using Shouldly;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Cli.Tests.Commands;
using Watchkeeper.Incidents;
using Watchkeeper.Storage;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Stores;

/// <summary>
/// The commands over a table that DynamoDB throttles: for a while, which the SDK's retries wait out, or for ever.
/// </summary>
public sealed class ThrottledTableTests(DynamoDbLocalFixture dynamoDb, MotoFixture moto)
    : IClassFixture<DynamoDbLocalFixture>, IClassFixture<MotoFixture>
{
    private const string ForEver = "Run again in a moment.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ProvisionedThroughputExceededException")]
    [InlineData("ThrottlingException")]
    [InlineData("RequestLimitExceeded")]
    public async Task A_question_waits_until_the_table_answers(string error)
    {
        var (table, id) = await FilledAsync();
        await using var throttled = await ThrottledTable.StartAsync(dynamoDb.ServiceUrl, left: 2, error: error);

        var outcome = await RunAsync(throttled, table, "incident", id);

        (outcome.ExitCode, throttled.Throttled).ShouldBe((0, 2), outcome.Error);
        outcome.Output.ShouldContain(Orders.Subject().Title);
    }

    [Fact]
    public async Task An_action_waits_until_the_table_takes_it_and_is_carried_out_once()
    {
        var (table, id) = await FilledAsync();
        await using var throttled = await ThrottledTable.StartAsync(dynamoDb.ServiceUrl, left: 2, operation: "PutItem");

        var outcome = await RunAsync(throttled, table, "ack", id);

        (outcome.ExitCode, throttled.Throttled).ShouldBe((0, 2), outcome.Error);
        outcome.Output.ShouldEndWith(": acknowledged by moto\n");
        (await SlotAsync(table)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task An_action_on_a_table_that_takes_nothing_ends_with_one_line_and_1_and_changes_nothing()
    {
        var (table, id) = await FilledAsync();
        await using var throttled = await ThrottledTable.StartAsync(dynamoDb.ServiceUrl, int.MaxValue, operation: "PutItem");

        var outcome = await RunAsync(throttled, table, "ack", id);

        (outcome.ExitCode, outcome.Output).ShouldBe((1, ""), outcome.Error);
        outcome.Error.TrimEnd().Split('\n')[^1].ShouldEndWith(ForEver);
        outcome.Error.ShouldNotContain("   at ");
        (await SlotAsync(table)).Version.ShouldBe(1);
    }

    [Theory]
    [InlineData("incidents", "ProvisionedThroughputExceededException")]
    [InlineData("incidents", "ThrottlingException")]
    [InlineData("incident", "ProvisionedThroughputExceededException")]
    [InlineData("why", "ProvisionedThroughputExceededException")]
    public async Task A_question_to_a_table_that_never_answers_ends_with_one_line_and_2(string command, string error)
    {
        var (table, id) = await FilledAsync();
        await using var throttled = await ThrottledTable.StartAsync(dynamoDb.ServiceUrl, int.MaxValue, error: error);

        var outcome = await RunAsync(throttled, table, command == "incidents" ? [command] : [command, id]);

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""), outcome.Error);
        outcome.Error.TrimEnd().Split('\n')[^1].ShouldBe($"DynamoDB throttles the table «{table}» ({error}). {ForEver}");
        outcome.Error.ShouldNotContain("   at ");
        throttled.Throttled.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Reads_that_stay_incomplete_are_throttling_too()
    {
        var (table, _) = await FilledAsync();
        await using var throttled = await ThrottledTable.StartAsync(
            dynamoDb.ServiceUrl, int.MaxValue, operation: "BatchGetItem", leavesBatches: true);

        var outcome = await RunAsync(throttled, table, "incidents");

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""), outcome.Error);
        outcome.Error.TrimEnd().Split('\n')[^1].ShouldBe(
            $"DynamoDB throttles the table «{table}» (ProvisionedThroughputExceededException). {ForEver}");
    }

    private async Task<(string Table, string Id)> FilledAsync()
    {
        using var client = dynamoDb.CreateClient();
        var (table, _) = await TemplateTable.CreateAsync(client, Token);
        var written = await Slots(client, table).WriteAsync(Orders.Opening(), Token);
        return (table, written.ShouldBeOfType<SlotWritten>().Slot.Incident!.Id);
    }

    private async Task<Slot> SlotAsync(string table)
    {
        using var client = dynamoDb.CreateClient();
        return (await Slots(client, table).ReadAsync(Orders.Subject().Fingerprint, Token)).ShouldNotBeNull();
    }

    private static SlotStore Slots(IAmazonDynamoDB client, string table) =>
        new(new DynamoDbTable(client, table, TimeProvider.System), StoreHarness.SlotRetention);

    private async Task<CliProcess.Outcome> RunAsync(
        ThrottledTable throttled, string table, params IEnumerable<string> arguments)
    {
        using var program = CliProcess.Start(
            [
                new("AWS_ENDPOINT_URL_DYNAMODB", throttled.ServiceUrl), new("AWS_ENDPOINT_URL", moto.ServiceUrl),
                new("AWS_REGION", Emulated.Region),
                new("AWS_ACCESS_KEY_ID", "test"), new("AWS_SECRET_ACCESS_KEY", "test"),
            ],
            [.. arguments, "--backend", "aws", "--table", table]);
        return await program.CompleteAsync("", Token);
    }
}
