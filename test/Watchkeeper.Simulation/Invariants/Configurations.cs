using Watchkeeper.Configuration;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Tables;
using Watchkeeper.Storage;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>The versions that people were told that they applied stand in one order, and nothing else is in it.</summary>
internal sealed class OneOrderOfVersions : Invariant
{
    public override string Name => "I12 one order of versions";

    public override void Rested()
    {
        var told = World.Versions.Applied;
        for (var at = 0; at < told.Count; at++)
        {
            if (told[at].Number != at + 1)
                Broken(FormattableString.Invariant($"the version applied as number {at + 1} has number {told[at].Number}"));
        }

        var history = Store.HistoryAsync(10_000, null, CancellationToken.None).GetAwaiter().GetResult();
        if (!history.Versions.SequenceEqual(told.Reverse()))
            Broken(FormattableString.Invariant($"people applied {told.Count} versions, and {history.Versions.Length} are kept"));
    }

    private ConfigurationStore Store => new(
        new RowsInHand(World.Table), new SimulatedTime(World.Agenda, static () => TimeSpan.Zero, static () => true));
}

/// <summary>
/// A process decides, and names receivers, by the last good version that it was answered, and asked at most a minute ago. What a
/// decision records leads to that version.
/// </summary>
internal sealed class DecidedByVersion : Invariant
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly HashSet<string> hashes = new(StringComparer.Ordinal);

    public override string Name => "I12 decided by the version in force";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (World.Actor?.Sandbox is not { } process || after.Last.Configuration is not { } recorded)
            return;
        if (recorded != process.Known.Recorded)
            Broken($"#{process.Number} decided {after.Last.EventId} under «{recorded}», and knows «{process.Known.Recorded}»");
        // A wrong clock is put right once.
        var limit = Minute + process.Function.Timeout + World.Plan.Odds.Skew;
        if (!(World.Agenda.Now - process.Known.AskedAt <= limit))
            Broken($"#{process.Number} decided {after.Last.EventId}, and asked for the configuration at {process.Known.AskedAt}");
        if (ConfigurationVersion.AppliedHash(recorded) is { } hash)
            hashes.Add(hash);
    }

    public override void Claimed(NotificationRecord? before, NotificationRecord after)
    {
        if (before is not null || World.Actor?.Sandbox is not { Function.Name: FunctionName.NotifyFunction } process)
            return;
        var mine = TeamOf(process.Known.Receiver);
        foreach (var receiver in after.Deliveries.Select(delivery => delivery.Receiver))
        {
            if (TeamOf(receiver) != mine)
                Broken($"#{process.Number} notifies {receiver}, and knows {process.Known.Receiver}");
        }

        if (RoutedBy(after) is var routed && process.Known.Version?.ShownHash is var known && routed != known)
            Broken($"{after.Entry.Key} says that «{routed}» chose its receivers, and it was «{known}»");
    }

    private string? RoutedBy(NotificationRecord record) => record.RoutedBy is { } number
        ? World.Versions.Applied.SingleOrDefault(version => version.Number == number)?.ShownHash
        : record.Entry.Change?.Configuration is { } recorded ? ConfigurationVersion.AppliedHash(recorded) : null;

    // A version's receivers are «team-3-default» and «team-3-planned»; without one, «default» and «planned».
    private static string TeamOf(string receiver) => receiver[..Math.Max(0, receiver.LastIndexOf('-'))];

    public override void Rested()
    {
        var store = new ConfigurationStore(
            new RowsInHand(World.Table), new SimulatedTime(World.Agenda, static () => TimeSpan.Zero, static () => true));
        foreach (var hash in hashes)
        {
            var lookup = store.FindByHashAsync(hash, null, CancellationToken.None).GetAwaiter().GetResult();
            if (lookup is not ConfigurationLookup.Found)
                Broken($"decisions record «{hash}», which leads to no version");
        }
    }
}
