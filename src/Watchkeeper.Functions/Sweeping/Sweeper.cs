using Microsoft.Extensions.Logging;
using Watchkeeper.Alarms;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Functions.Suppressing;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Storage;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>
/// Processes due work: messages to retry, incidents that expire, mutes that end, reminders, and alarms without an event.
/// Concurrent sweeps are safe: every step is a claim or a conditional write. A failed row does not stop the others.
/// </summary>
internal sealed class Sweeper(
    ISlotStore slots,
    INotificationLog log,
    Notifier notifier,
    IAlarmInventory alarms,
    IScaling scaling,
    Metrics metrics,
    ILogger logger,
    WatchkeeperConfiguration configuration,
    TimeProvider time)
{
    // So many consecutive failures do not come from single rows.
    private const int MaxFailures = 10;

    // What the last send needs at most, with what it writes.
    private static readonly TimeSpan TimeForLast = TimeSpan.FromSeconds(7);

    private readonly AlarmAudit audit = new(alarms, configuration);
    private readonly ScalingLimits limits = new(scaling, configuration.Home);
    private readonly NotifyObserver notified = new(metrics, logger, time);
    private readonly SweepObserver observer = new(metrics, logger);
    private readonly MissedAlarms missed = new(
        slots,
        new SignalIntake(slots, configuration, time),
        new IntakeObserver(SignalSource.Alarm, metrics, logger),
        configuration,
        time);

    /// <summary>Watches the configuration; null watches none.</summary>
    public ConfigurationWatch? Watch { get; init; }

    /// <summary>The silences; null where there are none.</summary>
    public SilencesInForce? Silences { get; init; }

    /// <summary>Counts what became of yesterday's events; null counts nothing.</summary>
    public NightlyRecount? Recount { get; init; }

    /// <summary>Waits for a time; null where a sweep leaves what is due later to the next one.</summary>
    public Func<TimeSpan, CancellationToken, Task>? Pause { get; init; }

    /// <summary>The groups of messages; null if none waits.</summary>
    public GroupStore? Groups { get; init; }

    /// <summary>Performs one sweep.</summary>
    /// <param name="tick">The time against which quiet periods are measured; never in the future.</param>
    /// <param name="deadline">The time by which this process has certainly ended.</param>
    /// <param name="cancellationToken">Cancels the sweep.</param>
    public async Task<SweepReport> SweepAsync(DateTimeOffset tick, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var tally = new SweepTally();
        var sends = new DueSends(
            log, time,
            record => TryAsync(
                record.Entry.Key, tally, () => ResumeAsync(record, tally, deadline, cancellationToken), cancellationToken))
        {
            Pause = Pause,
            IntervalOf = notifier.IntervalOf,
        };
        var begin = time.GetUtcNow();
        var last = deadline - TimeForLast;
        var horizon = Pause is not null && last > begin ? last : begin;
        var isBusy = await sends.SendAsync(begin, horizon, begin + ((deadline - begin) / 2), cancellationToken);
        var held = sends.Held;

        var active = await ActiveAsync(cancellationToken);
        var view = await LookAsync(active, tally, tick, cancellationToken);
        if (view.Problem is { } problem)
            observer.AlarmsUnanswered(problem);
        foreach (var slot in active)
        {
            await TryAsync(
                slot.Fingerprint.Text, tally, () => KeepAsync(slot, view.Of(slot), tally, tick, cancellationToken), cancellationToken);
        }

        await ReleaseAsync(held, active, tally, deadline, cancellationToken);
        await TryAsync("silences that end", tally, () => AnnounceAsync(active, tally, deadline, cancellationToken), cancellationToken);
        foreach (var slot in active.Where(slot => LostChangesSweep.IsDue(slot, tick)))
        {
            await TryAsync(
                slot.Fingerprint.Text, tally, () => MendAsync(slot, tick, cancellationToken), cancellationToken);
        }

        foreach (var signal in missed.Among(view, active, tick))
        {
            await TryAsync(
                signal.Subject.Fingerprint.Text,
                tally,
                async () => tally.Found += await missed.RecordAsync(signal, cancellationToken) ? 1 : 0,
                cancellationToken);
        }

        if (Recount is not null && NightlyRecount.PartAt(tick) is { } part)
        {
            await TryAsync(
                "recount", tally, () => CountAsync(part, active, tally, tick, deadline, cancellationToken), cancellationToken);
        }

        if (Silences is not null)
            await TryAsync("silences", tally, () => Silences.ArchiveAsync(tick, cancellationToken), cancellationToken);
        // Those whose turn comes before the next sweep. An idle sweep lists once.
        if (Pause is not null && isBusy)
            await sends.SendAsync(last, last, cancellationToken);
        return tally.Report();
    }

    /// <summary>Tells the groups that are due, and does nothing else of a sweep. Safe beside sweeps.</summary>
    /// <param name="deadline">The time by which this process has certainly ended.</param>
    /// <param name="cancellationToken">Cancels the sends.</param>
    public async Task<SweepReport> TellDueAsync(DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var tally = new SweepTally();
        var now = time.GetUtcNow();
        var due = new List<Notification.NotificationRecord>();
        await foreach (var row in log.ListDueAsync(now, cancellationToken))
        {
            if (row.Deliveries.Any(each => each.IsGrouping && !(each.NextAttemptAt > now)))
                due.Add(row);
        }

        // A timer often finds that another one has told its group.
        if (due.Count == 0 || Groups is null)
            return tally.Report();
        if (await QuietAsync(await ActiveAsync(cancellationToken), cancellationToken) is { } view)
            await TryAsync("groups", tally, () => TellAsync(due, view, tally, deadline, cancellationToken), cancellationToken);
        return tally.Report();
    }

    private async Task<List<Slot>> ActiveAsync(CancellationToken cancellationToken)
    {
        var active = new List<Slot>();
        await foreach (var slot in slots.ListActiveAsync(cancellationToken))
            active.Add(slot);
        return active;
    }

    private async Task<AlarmView> LookAsync(
        List<Slot> active, SweepTally tally, DateTimeOffset tick, CancellationToken cancellationToken)
    {
        var view = await audit.LookAsync(active, tick, cancellationToken);
        // Without the limits their incidents stay unchanged.
        await TryAsync(
            "scaling limits",
            tally,
            async () => view = await limits.LookAsync(view, active, tick, cancellationToken),
            cancellationToken);
        return Watch?.Look(view, active, tick) ?? view;
    }

    private async Task ResumeAsync(
        Notification.NotificationRecord record, SweepTally tally, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (await notifier.ResumeAsync(record, deadline, cancellationToken) is not NotifyResult.Tried result)
            return;
        tally.CountTried();
        notified.Tried(result);
    }

    private async Task ReleaseAsync(
        IReadOnlyList<Notification.NotificationRecord> held, List<Slot> active, SweepTally tally, DateTimeOffset deadline,
        CancellationToken cancellationToken)
    {
        if (held.Count == 0)
            return;
        if (await QuietAsync(active, cancellationToken) is not { } view)
            return;
        var incidents = active.Select(slot => slot.Active).OfType<Incident>()
            .ToDictionary(incident => incident.Id, StringComparer.Ordinal);
        if (Groups is not null)
            await TryAsync("groups", tally, () => TellAsync(held, view, tally, deadline, cancellationToken), cancellationToken);
        var release = new HeldMessages(slots, log, notifier, configuration, view) { Groups = notifier.Groups };
        foreach (var rows in held.Where(row => row.Deliveries.Any(each => each is { IsHeld: true, IsGrouping: false })).GroupBy(record => record.Entry.Incident.Id, StringComparer.Ordinal))
        {
            if (time.GetUtcNow() >= deadline - TimeForLast)
                return;
            await TryAsync(
                rows.Key,
                tally,
                async () => Count(
                    await release.LookAsync([.. rows], incidents.GetValueOrDefault(rows.Key), deadline, cancellationToken), tally),
                cancellationToken);
        }
    }

    // What is held may be silenced: null without the silences, and it is left to a later sweep.
    private async Task<SuppressionView?> QuietAsync(List<Slot> active, CancellationToken cancellationToken)
    {
        var silences = Silences is null ? SilenceSet.None : await Silences.CurrentAsync(cancellationToken);
        return Silences is { AreDecisive: false }
            ? null
            : new SuppressionView(
                configuration.Quiet, configuration.Services, silences,
                active.Select(slot => slot.Active).OfType<Incident>().Select(Firing.From), time.GetUtcNow());
    }

    private async Task TellAsync(
        IReadOnlyList<Notification.NotificationRecord> held, SuppressionView view, SweepTally tally, DateTimeOffset deadline,
        CancellationToken cancellationToken)
    {
        var sends = new GroupSends(slots, log, notifier, Groups!, notifier.Groups!, configuration, view, observer);
        Count(await sends.TellAsync(held, time.GetUtcNow(), deadline, cancellationToken), tally);
    }

    private async Task AnnounceAsync(List<Slot> active, SweepTally tally, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (Silences is null || time.GetUtcNow() >= deadline - TimeForLast)
            return;
        var ends = new SilenceEnds(Silences, notifier, configuration);
        var incidents = active.Select(slot => slot.Active).OfType<Incident>().ToList();
        Count(await ends.AnnounceAsync(incidents, time.GetUtcNow(), deadline, cancellationToken), tally);
    }

    private void Count(IEnumerable<NotifyResult.Tried> tried, SweepTally tally)
    {
        foreach (var result in tried)
        {
            tally.CountTried();
            notified.Tried(result);
        }
    }

    private async Task KeepAsync(
        Slot slot, AlarmStanding alarm, SweepTally tally, DateTimeOffset tick, CancellationToken cancellationToken)
    {
        if (alarm is AlarmStanding.Shown { Signal: { Condition: SignalCondition.Resolved } well })
        {
            tally.Resolved += await missed.RecordAsync(well, cancellationToken) ? 1 : 0;
            return;
        }

        var reminders = configuration.RemindersOf(IncidentLabels.From(slot.Incident!));
        var lifecycle = reminders is null || reminders == configuration.Lifecycle.Reminders
            ? configuration.Lifecycle
            : configuration.Lifecycle with { Reminders = reminders };
        var decision = Upkeep.Decide(slot, alarm, reminders is not null, lifecycle, tick);
        // A lost race means that a new signal was recorded.
        if (decision.Write is null || await slots.WriteAsync(decision.Write, cancellationToken) is not SlotWritten)
            return;
        tally.Count(decision.Reason);
        observer.Kept(decision, slot);
    }

    private async Task CountAsync(
        char part, List<Slot> active, SweepTally tally, DateTimeOffset tick, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var (recount, leaks) = await Recount!.CountAsync(part, active, tick, deadline - TimeForLast, cancellationToken);
        Log.Recounted(logger, part, recount.Day, recount.Numbers, recount.Leaks);
        if (leaks is not null)
            tally.Found += await missed.RecordAsync(leaks, cancellationToken) ? 1 : 0;
        // Late is better than never, and the incident says so.
        foreach (var row in recount.Stuck)
            await TryAsync(row.Entry.Key, tally, () => ResumeAsync(row, tally, deadline, cancellationToken), cancellationToken);
    }

    private async Task MendAsync(Slot slot, DateTimeOffset tick, CancellationToken cancellationToken)
    {
        var entries = await log.MendAsync(slot, LostChangesSweep.IsDelivered(slot, tick), tick, cancellationToken);
        if (!entries.IsEmpty)
            Log.LostChangesMended(logger, string.Join(", ", entries), slot.Incident!.Id);
    }

    private async Task TryAsync(string row, SweepTally tally, Func<Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step();
            tally.CountStep(failed: false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && tally.FailedInARow < MaxFailures)
        {
            tally.CountStep(failed: true);
            observer.Failed(row, failure);
        }
    }
}
