using System.Collections.Immutable;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>The stores over a table of their own in DynamoDB Local, made as template.yaml says.</summary>
internal sealed class DynamoDbHarness : StoreHarness
{
    private readonly WatchedClient client;
    private readonly TableRecords stream;

    private DynamoDbHarness(WatchedClient client, string name, TableRecords stream)
    {
        this.client = client;
        this.stream = stream;
        Name = name;
        Table = new DynamoDbTable(client, name, TimeProvider.System);
        Slots = new SlotStore(Table, SlotRetention);
        Notifications = new NotificationLog(Table, HistoryRetention);
        Reactions = new ReactionLedger(Table, HistoryRetention, TimeProvider.System);
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>The client of the stores.</summary>
    public WatchedClient Client => client;

    public override IRowTable Table { get; }

    public override ISlotStore Slots { get; }

    public override INotificationLog Notifications { get; }

    public override IReactionLedger Reactions { get; }

    public static async Task<StoreHarness> OpenAsync(DynamoDbLocalFixture emulator) =>
        await OpenAsync(emulator, emulator.ServiceUrl);

    /// <param name="emulator">Where the table is made.</param>
    /// <param name="serviceUrl">Where the stores send their requests.</param>
    public static async Task<DynamoDbHarness> OpenAsync(DynamoDbLocalFixture emulator, string serviceUrl)
    {
        using var maker = emulator.CreateClient();
        var (name, streamArn) = await TemplateTable.CreateAsync(maker, TestContext.Current.CancellationToken);
        return new DynamoDbHarness(new WatchedClient(serviceUrl), name, new TableRecords(emulator.ServiceUrl, streamArn));
    }

    public override async Task<ImmutableArray<StoreChange>> ChangesAsync(int expected, CancellationToken cancellationToken)
    {
        var changes = new List<StoreChange>();
        do
        {
            foreach (var record in await stream.ReadAsync(cancellationToken))
            {
                if (StreamChanges.Read(StreamRecords.ToEvent(record)).ShouldBeUnderstood() is { } change)
                    changes.Add(change);
            }
        }
        while (changes.Count < expected && !cancellationToken.IsCancellationRequested);
        return [.. changes];
    }

    public override async ValueTask DisposeAsync()
    {
        await client.DeleteTableAsync(Name);
        client.Dispose();
        stream.Dispose();
    }
}
