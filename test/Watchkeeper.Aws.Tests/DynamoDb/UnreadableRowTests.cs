using System.Text;
using Amazon.DynamoDBv2.Model;
using Shouldly;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Notification;
using Watchkeeper.Storage;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Aws.Tests.DynamoDb;

public sealed class UnreadableRowTests(DynamoDbLocalFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unreadable_row_among_active_incidents_is_put_aside_once_and_hides_no_other()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        await stores.Slots.WriteAsync(Orders.Opening("readable"), Token);
        await stores.Slots.WriteAsync(Orders.Opening("garbled"), Token);
        await SpoilAsync(stores, $"F#{Orders.Subject("garbled").Fingerprint.Key}", "SLOT", "sv");
        var aside = new List<UnreadableRow>();
        var slots = new SlotStore(Table(stores), TimeSpan.FromDays(2)) { SetAside = AddTo(aside) };

        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await slots.ListActiveAsync(Token).ToListAsync(Token)).Select(slot => slot.Incident!.Subject.Name)
                .ShouldBe(["readable"]);
        }

        var row = aside.ShouldHaveSingleItem();
        row.Rejection.Path.ShouldBe("$.sv");
        Encoding.UTF8.GetString(row.Json.Span).ShouldContain("garbled");
    }

    [Fact]
    public async Task An_unreadable_row_among_messages_to_retry_is_put_aside_once_and_hides_no_other()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        foreach (var alarm in new[] { "readable", "garbled" })
        {
            var claim = await stores.Notifications.ClaimAsync(
                SampleNotifications.Pending(alarm), Orders.Now(2), Orders.Now(3), Token);
            await stores.Notifications.SettleAsync(
                SampleNotifications.Retrying(((ClaimResult.Claimed)claim).Record, Orders.Now(5)), Token);
        }

        await SpoilAsync(stores, $"I#{SampleNotifications.Row("garbled").Entry.Incident.Id}", "T#0000000001", "cl");
        var aside = new List<UnreadableRow>();
        var notifications = new NotificationLog(Table(stores), TimeSpan.FromDays(400)) { SetAside = AddTo(aside) };

        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await notifications.ListDueAsync(Orders.Now(10), Token).ToListAsync(Token))
                .Select(record => record.Entry.Incident.Subject.Name).ShouldBe(["readable"]);
        }

        aside.ShouldHaveSingleItem().Rejection.Path.ShouldBe("$.cl");
    }

    [Fact]
    public async Task An_unreadable_row_that_cannot_be_put_aside_stays_where_it_is()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        await stores.Slots.WriteAsync(Orders.Opening("garbled"), Token);
        await SpoilAsync(stores, $"F#{Orders.Subject("garbled").Fingerprint.Key}", "SLOT", "sv");
        var slots = new SlotStore(Table(stores), TimeSpan.FromDays(2))
        {
            SetAside = (_, _) => throw new TimeoutException("the queue gives no answer"),
        };
        await Should.ThrowAsync<TimeoutException>(async () => await slots.ListActiveAsync(Token).ToListAsync(Token));
        var aside = new List<UnreadableRow>();

        await new SlotStore(Table(stores), TimeSpan.FromDays(2)) { SetAside = AddTo(aside) }.ListActiveAsync(Token)
            .ToListAsync(Token);

        aside.ShouldHaveSingleItem();
    }

    private static DynamoDbTable Table(DynamoDbHarness stores) => new(stores.Client, stores.Name, TimeProvider.System);

    private static SetAside AddTo(List<UnreadableRow> aside) => (row, _) =>
    {
        aside.Add(row);
        return Task.CompletedTask;
    };

    private static async Task SpoilAsync(DynamoDbHarness stores, string pk, string sk, string attribute)
    {
        var key = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            ["pk"] = new() { S = pk },
            ["sk"] = new() { S = sk },
        };
        var item = (await stores.Client.GetItemAsync(stores.Name, key, true, Token)).Item;
        item[attribute] = new AttributeValue { S = "nonsense" };
        await stores.Client.PutItemAsync(stores.Name, item, Token);
    }
}
