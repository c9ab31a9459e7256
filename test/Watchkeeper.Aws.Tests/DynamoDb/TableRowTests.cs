using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>Attributes of the table's rows that no contract can see.</summary>
public sealed class TableRowTests(DynamoDbLocalFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slot_is_in_the_index_while_its_incident_is_active_and_has_an_expiry_while_none_is()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        await stores.Slots.WriteAsync(Orders.Opening(), Token);
        var open = await SlotRowAsync(stores);
        open["o"].S.ShouldBeOneOf([.. Enumerable.Range(0, 8).Select(shard => $"OPEN#{shard}")]);
        open["os"].S.ShouldBe(open["i"].S);
        open.Keys.ShouldNotContain("ttl");

        await stores.Slots.WriteAsync(Orders.End(1), Token);
        var ended = await SlotRowAsync(stores);
        ended.Keys.ShouldNotContain("o");
        ended.Keys.ShouldNotContain("os");
        // Two days after the recording, rounded up to the next second.
        var end = Orders.Now(1).AddDays(2).ToUnixTimeSeconds() + 1;
        ended["ttl"].N.ShouldBe(end.ToString(CultureInfo.InvariantCulture));

        (await stores.Slots.RecordAsync(Orders.Signal(minute: 2), Severity.High, Token)).ShouldBe(DecisionReason.Reopened);
        var reopened = await SlotRowAsync(stores);
        reopened.Keys.ShouldContain("o");
        reopened.Keys.ShouldNotContain("ttl");
    }

    [Fact]
    public async Task An_update_writes_the_same_end_of_an_incident_as_a_replacement()
    {
        await using var one = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        await using var other = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var opened = Orders.Opening().Apply(null);
        foreach (var stores in (DynamoDbHarness[])[one, other])
            await stores.Slots.WriteAsync(Orders.Opening(), Token);

        foreach (var write in (SlotUpdate[])[Orders.Repeat(1), Orders.End(2)])
        {
            await one.Slots.WriteAsync(write, Token);
            await other.Slots.WriteAsync(new SlotPut(write.Apply(opened), opened.Version), Token);
            opened = write.Apply(opened);
            Describe(await SlotRowAsync(one)).ShouldBe(Describe(await SlotRowAsync(other)));
        }
    }

    [Fact]
    public async Task A_slot_whose_expiry_has_passed_can_still_be_read()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        // Recorded in 2020, so its time to live has long expired; DynamoDB deletes such rows days late.
        var longAgo = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var (condition, minute) in ((SignalCondition, int)[])
        [
            (SignalCondition.Firing, 0), (SignalCondition.Resolved, 1),
        ])
        {
            await stores.Slots.RecordAsync(
                Orders.Signal(condition, minute) with { OccurredAt = longAgo.AddMinutes(minute) }, Severity.High, Token);
        }

        var soon = Orders.Signal(minute: 2) with { OccurredAt = longAgo.AddMinutes(2) };
        (await stores.Slots.RecordAsync(soon, Severity.High, Token)).ShouldBe(DecisionReason.Reopened);
        (await stores.Slots.RecordAsync(
            Orders.Signal(SignalCondition.Resolved, 3) with { OccurredAt = longAgo.AddMinutes(3) }, Severity.High, Token))
            .ShouldBe(DecisionReason.Resolved);
        (await stores.Slots.RecordAsync(Orders.Signal(minute: 4), Severity.High, Token)).ShouldBe(DecisionReason.Opened);
    }

    [Fact]
    public async Task A_row_of_history_expires_after_its_retention()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var row = SampleNotifications.Row();
        await stores.Notifications.RecordAsync(row, Token);
        await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Started()), Token);

        var end = (Orders.Now(0).AddDays(400).ToUnixTimeSeconds() + 1).ToString(CultureInfo.InvariantCulture);
        var rows = await AllAsync(stores);
        rows[$"I#{row.Entry.Incident.Id}/T#0000000001"]["ttl"].N.ShouldBe(end);
        rows[$"I#{row.Entry.Incident.Id}/R#scale-out.0"]["ttl"].N.ShouldBe(end);
        rows.Values.ShouldAllBe(any => any.ContainsKey("ttl"));
    }

    [Theory]
    [InlineData("z", "2", "$.z")]
    [InlineData("v", "x", "$.v")]
    [InlineData("na", "999999999999999", "$.na")]
    [InlineData("sv", "7", "$.sv")]
    [InlineData("c", "-1", "$.c")]
    public async Task A_row_that_cannot_be_read_is_an_error_with_its_place(string attribute, string value, string path)
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        await stores.Slots.WriteAsync(Orders.Opening(), Token);
        var row = await SlotRowAsync(stores);
        row[attribute] = decimal.TryParse(value, CultureInfo.InvariantCulture, out _)
            ? new AttributeValue { N = value }
            : new AttributeValue { S = value };
        await stores.Client.PutItemAsync(stores.Name, row, Token);

        var read = await Should.ThrowAsync<UnreadableRowException>(
            () => stores.Slots.ReadAsync(Orders.Subject().Fingerprint, Token));
        read.Rejection.Path.ShouldBe(path);
        (await Should.ThrowAsync<UnreadableRowException>(() => stores.Slots.WriteAsync(Orders.Opening(minute: 1), Token)))
            .Rejection.Path.ShouldBe(path);
    }

    [Fact]
    public async Task A_row_of_an_unknown_form_is_changed_by_nobody()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        await stores.Slots.WriteAsync(Orders.Opening(), Token);
        var row = await SlotRowAsync(stores);
        row["z"] = new AttributeValue { N = "2" };
        await stores.Client.PutItemAsync(stores.Name, row, Token);

        await Should.ThrowAsync<UnreadableRowException>(() => stores.Slots.WriteAsync(Orders.Repeat(1), Token));

        Describe(await SlotRowAsync(stores)).ShouldBe(Describe(row));
    }

    [Fact]
    public async Task A_row_is_found_on_every_page_of_an_index()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        foreach (var number in Enumerable.Range(0, 40))
        {
            var name = number.ToString(CultureInfo.InvariantCulture);
            await stores.Slots.WriteAsync(Orders.Opening(name), Token);
            var claimed = (await stores.Notifications.ClaimAsync(
                SampleNotifications.Pending(name), Orders.Now(0), Orders.Now(1), Token))
                .ShouldBeOfType<ClaimResult.Claimed>().Record;
            await stores.Notifications.SettleAsync(SampleNotifications.Retrying(claimed, Orders.Now(2)), Token);
        }

        var pages = 0;
        stores.Client.Requesting += request =>
        {
            if (request is not QueryRequest query)
                return;
            query.Limit = 2;
            pages++;
        };

        (await CountAsync(stores.Slots.ListActiveAsync(Token))).ShouldBe(40);
        (await CountAsync(stores.Notifications.ListDueAsync(Orders.Now(2), Token))).ShouldBe(40);
        pages.ShouldBeGreaterThan(32);
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> all)
    {
        var found = new HashSet<T>();
        await foreach (var one in all)
            found.Add(one).ShouldBeTrue();
        return found.Count;
    }

    private static async Task<Dictionary<string, AttributeValue>> SlotRowAsync(DynamoDbHarness stores) =>
        (await AllAsync(stores))[$"F#{Orders.Subject().Fingerprint.Key}/SLOT"];

    private static async Task<Dictionary<string, Dictionary<string, AttributeValue>>> AllAsync(DynamoDbHarness stores)
    {
        var all = await stores.Client.ScanAsync(new ScanRequest { TableName = stores.Name, ConsistentRead = true }, Token);
        return all.Items.ToDictionary(item => $"{item["pk"].S}/{item["sk"].S}", StringComparer.Ordinal);
    }

    private static string Describe(Dictionary<string, AttributeValue> item) => string.Join(
        ' ', item.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={Describe(pair.Value)}"));

    private static string Describe(AttributeValue value) => value switch
    {
        { S: { } text } => $"'{text}'",
        { N: { } number } => number,
        { B: { } bytes } => Convert.ToHexStringLower(bytes.ToArray()),
        { L: { } list } => $"[{string.Join(',', list.Select(Describe))}]",
        _ => $"{{{Describe(value.M)}}}",
    };
}
