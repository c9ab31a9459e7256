using System.Globalization;
using Microsoft.Data.Sqlite;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Incidents;
using Watchkeeper.Storage;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Kills.Files;

/// <summary>
/// Kills a writer of one database repeatedly, and checks each time that the file is intact and nothing is lost.
/// </summary>
internal sealed class Cuts(string path, int seed, int writes)
{
    private readonly Random chance = new(seed);
    private readonly HashSet<int> acknowledged = [];
    private readonly List<string> problems = [];
    private int next;

    /// <summary>The number of acknowledged signals.</summary>
    public int Acknowledged => acknowledged.Count;

    /// <summary>The problems, one line each.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Kills once within the next writes and checks the file.</summary>
    public async Task CutAsync(CancellationToken cancellationToken)
    {
        var after = chance.Next(1, Math.Max(2, writes));
        var late = TimeSpan.FromMicroseconds(chance.Next(0, 2000));
        var written = await WriterProcess.KillAsync(path, next, 1_000_000, after, late, cancellationToken);
        acknowledged.UnionWith(written);
        if (written.Count < after)
            problems.Add(FormattableString.Invariant($"the writer ended by itself after {written.Count} of {after} writes"));
        if (Integrity() is not "ok" and var broken)
            problems.Add($"integrity_check: {broken}");
        await LookAsync(cancellationToken);
    }

    private string Integrity()
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }

    // The file holds a change for each acknowledged signal, and for at most one signal that was killed before its
    // acknowledgement.
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        using var database = EmbeddedDatabase.Open(path);
        var changes = new ChangeTable(database).Read(0, int.MaxValue)
            .Select(each => (SlotChanged)StoreChanges.Read(each.Key.Sk, each.Before, each.After)!).ToList();
        var recorded = changes.Select(change => int.Parse(change.After.Last.EventId, CultureInfo.InvariantCulture)).ToList();
        foreach (var lost in acknowledged.Except(recorded))
            problems.Add(FormattableString.Invariant($"signal {lost} was acknowledged and is lost"));
        if (recorded.Count != recorded.Distinct().Count())
            problems.Add("a signal was recorded twice");
        foreach (var group in changes.GroupBy(change => change.After.Fingerprint))
        {
            if (!group.Select(change => change.After.Version)
                .SequenceEqual(Enumerable.Range(1, group.Count()).Select(version => (long)version)))
            {
                problems.Add($"{group.Key} has a gap in its versions");
            }
            var slot = await new SlotStore(new EmbeddedTable(database), StoreHarness.SlotRetention)
                .ReadAsync(group.Key, cancellationToken);
            if (slot?.Version != group.Last().After.Version)
                problems.Add($"{group.Key} is not what its last change says");
        }

        next = recorded.Count == 0 ? 0 : recorded.Max() + 1;
    }
}
