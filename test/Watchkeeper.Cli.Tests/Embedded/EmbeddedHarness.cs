using System.Collections.Immutable;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Cli.Tests.Embedded;

/// <summary>Stores over one file, each over a connection of its own, as if in a process of its own.</summary>
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

    /// <summary>The path of the file.</summary>
    public string File => Path.Combine(folder.FullName, "watchkeeper.db");

    public override IRowTable Table { get; }

    public override ISlotStore Slots { get; }

    public override INotificationLog Notifications { get; }

    public override IReactionLedger Reactions { get; }

    /// <summary>Opens the file again; disposed of with the harness.</summary>
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
