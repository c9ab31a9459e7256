using System.Collections.Immutable;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Cli.Tests.Embedded;

/// <summary>
/// The stores over a file of their own, each over a connection of its own to it as if it were a process of its own.
/// </summary>
internal sealed class EmbeddedHarness : StoreHarness
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-embedded-");
    private readonly List<EmbeddedDatabase> databases = [];
    private readonly ChangeTable changes;
    private long seen;

    public EmbeddedHarness()
    {
        Slots = new Alternating(SlotStore(), SlotStore());
        Table = NewTable();
        Notifications = new NotificationLog(NewTable(), HistoryRetention);
        Reactions = new ReactionLedger(NewTable(), HistoryRetention, TimeProvider.System);
        changes = new ChangeTable(Open());
    }

    /// <summary>The file.</summary>
    public string File => Path.Combine(folder.FullName, "watchkeeper.db");

    public override IRowTable Table { get; }

    public override ISlotStore Slots { get; }

    public override INotificationLog Notifications { get; }

    public override IReactionLedger Reactions { get; }

    /// <summary>Another opening of the file, which goes with the harness.</summary>
    public EmbeddedDatabase Open()
    {
        databases.Add(EmbeddedDatabase.Open(File));
        return databases[^1];
    }

    public override Task<ImmutableArray<StoreChange>> ChangesAsync(int expected, CancellationToken cancellationToken)
    {
        var found = changes.Read(seen, int.MaxValue);
        seen = found.IsEmpty ? seen : found[^1].Sequence;
        return Task.FromResult(found.Select(each => StoreChanges.Read(each.Key.Sk, each.Before, each.After)).OfType<StoreChange>()
            .ToImmutableArray());
    }

    private EmbeddedTable NewTable() => new(Open());

    private SlotStore SlotStore() => new(NewTable(), SlotRetention);

    public override ValueTask DisposeAsync()
    {
        foreach (var database in databases)
            database.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
