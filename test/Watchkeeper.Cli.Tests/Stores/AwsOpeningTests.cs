using Shouldly;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Storage;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Stores;

public sealed class AwsOpeningTests(DynamoDbLocalFixture dynamoDb, MotoFixture moto)
    : IClassFixture<DynamoDbLocalFixture>, IClassFixture<MotoFixture>, IDisposable
{
    private const string OtherRegion =
        """
        [default]
        region = us-west-2
        [profile operations]
        region = ap-southeast-2
        """;

    private readonly OperatorMachine machine = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task A_configured_endpoint_is_asked_whatever_the_regions_are()
    {
        var table = await FilledAsync();
        machine.WithKeys().WithConfig(OtherRegion).With("AWS_PROFILE", "operations").With("AWS_REGION", "eu-west-3")
            .With("AWS_ENDPOINT_URL", dynamoDb.ServiceUrl);

        await using var store = await machine.OpenAsync(table);

        store.Place.ShouldBe($"aws: eu-west-3, table {table}, endpoint {dynamoDb.ServiceUrl}");
        (await SubjectsAsync(store.Queries)).ShouldBe([Orders.Subject().Title]);
        (await store.WhoAmIAsync(Token)).ShouldBeNull("DynamoDB Local knows no callers");
    }

    [Fact]
    public async Task The_endpoint_of_the_service_wins_and_the_caller_is_the_one_that_STS_reports()
    {
        var table = await FilledAsync();
        machine.WithKeys().With("AWS_DEFAULT_REGION", "eu-central-1").With("AWS_ENDPOINT_URL", moto.ServiceUrl)
            .With("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.ServiceUrl).With("WATCHKEEPER_TABLE", table);

        await using var store = await machine.OpenAsync();

        store.Place.ShouldBe(
            $"aws: account {Emulated.Account}, eu-central-1, table {table}, endpoint {dynamoDb.ServiceUrl}");
        (await store.WhoAmIAsync(Token)).ShouldBe($"moto (arn:aws:sts::{Emulated.Account}:user/moto)");
        (await SubjectsAsync(store.Queries)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_incident_is_acknowledged_in_the_table()
    {
        var table = await FilledAsync();
        machine.WithKeys().With("AWS_ENDPOINT_URL", dynamoDb.ServiceUrl);
        await using var store = await machine.OpenAsync(table, "eu-central-1");

        await OneAlarmRun.AcknowledgeAsync(store);
        await store.SettleAsync(Token);

        using var client = dynamoDb.CreateClient();
        var slot = await Slots(new DynamoDbTable(client, table, TimeProvider.System))
            .ReadAsync(Orders.Subject().Fingerprint, Token);
        slot!.Incident!.Status.ShouldBe(IncidentStatus.Acknowledged);
    }

    [Fact]
    public async Task A_profile_gives_keys_region_and_the_endpoint_of_the_service()
    {
        var table = await FilledAsync();
        machine.WithConfig(
                $"""
                [profile operations]
                region = eu-north-1
                endpoint_url = {moto.ServiceUrl}
                services = local

                [services local]
                dynamodb =
                  endpoint_url = {dynamoDb.ServiceUrl}
                """)
            .WithCredentials(
                """
                [operations]
                aws_access_key_id = test
                aws_secret_access_key = test
                """);

        await using var store = await machine.OpenAsync(table, profile: "operations");

        store.Place.ShouldContain($"eu-north-1, table {table}, endpoint {dynamoDb.ServiceUrl}");
        (await SubjectsAsync(store.Queries)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_wrong_table_is_named_with_the_output_that_holds_the_name()
    {
        machine.WithKeys().With("AWS_REGION", "eu-west-3").With("AWS_ENDPOINT_URL", dynamoDb.ServiceUrl);

        var refused = await machine.RefusedAsync("no-such-table");

        refused.IsUsage.ShouldBeTrue();
        refused.Message.ShouldContain($"There is no table «no-such-table» at {dynamoDb.ServiceUrl} in eu-west-3.");
        refused.Message.ShouldContain("TableName");
        refused.Message.ShouldContain("AWS_REGION");
    }

    [Fact]
    public async Task A_table_of_another_program_is_refused()
    {
        using var client = dynamoDb.CreateClient();
        await client.CreateTableAsync(
            "songs-of-others", [new("title", Amazon.DynamoDBv2.KeyType.HASH)],
            [new("title", Amazon.DynamoDBv2.ScalarAttributeType.S)], new(1, 1), Token);
        machine.WithKeys().With("AWS_REGION", "eu-west-3").With("AWS_ENDPOINT_URL", dynamoDb.ServiceUrl);

        (await machine.RefusedAsync("songs-of-others")).Message.ShouldContain("is no table of Watchkeeper");
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_is_named_with_its_variable()
    {
        var url = $"http://127.0.0.1:{LoopbackPort.AnyFree()}";
        machine.WithKeys().With("AWS_REGION", "eu-west-3").With("AWS_ENDPOINT_URL_DYNAMODB", url);

        var refused = await machine.RefusedAsync("incidents");

        refused.Message.ShouldContain($"No service answers at {url}");
        refused.Message.ShouldContain("The address comes from AWS_ENDPOINT_URL_DYNAMODB.");
    }

    private async Task<string> FilledAsync()
    {
        using var client = dynamoDb.CreateClient();
        var (table, _) = await TemplateTable.CreateAsync(client, Token);
        await Slots(new DynamoDbTable(client, table, TimeProvider.System)).WriteAsync(Orders.Opening(), Token);
        return table;
    }

    private static SlotStore Slots(DynamoDbTable table) => new(table, StoreHarness.SlotRetention);

    private static async Task<string[]> SubjectsAsync(IncidentQueries queries) =>
        [.. (await queries.ListAsync(new IncidentQuestion.Active(), 10, null, Token)).Incidents.Select(
            each => each.Incident.Subject.Title)];
}
