using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// A slot update as one row update: its guard is <see cref="SlotUpdate.Holds"/>, its changes are <see cref="SlotUpdate.Apply"/>.
/// A comparison with a missing attribute is false, so a missing slot refuses the update, and so does a slot without an incident.
/// </summary>
internal static class SlotRowUpdate
{
    private static readonly RowValue Resolved = ItemWriter.Name(IncidentStatus.Resolved);

    private static readonly RowGuard HoldsActiveIncident = RowGuard.All(
        RowGuard.Equal(RowSchema.Attribute, RowSchema.Current),
        RowGuard.In(IncidentItem.Status, ItemWriter.Name(IncidentStatus.Open), ItemWriter.Name(IncidentStatus.Acknowledged)),
        RowGuard.SizeBelow(SlotItem.Recent, RecentSignalIds.Capacity));

    private static readonly RowGuard NotMuted = RowGuard.Missing(IncidentItem.Mute);
    private static readonly RowGuard Exhausted =
        RowGuard.AtLeast(IncidentItem.NotifiedActs, RowValue.Number(NotificationState.MaxActs));

    /// <param name="update">The slot update.</param>
    /// <param name="retention">How long a slot is stored after the end of its incident.</param>
    public static RowUpdate Create(SlotUpdate update, TimeSpan retention)
    {
        var (at, id) = (ItemWriter.Time(update.Last.OccurredAt), Packing.Hash.Write(update.Last.SignalId));
        return new RowUpdate(
            Keys.Slot(update.Fingerprint),
            [.. Taken(update, at, id), .. Shown(update), .. Ended(update, at, retention)],
            RowGuard.All(
                [HoldsActiveIncident, RowGuard.Not(RowGuard.Contains(SlotItem.Recent, id)),
                RowGuard.Not(RowGuard.Equal(SlotItem.NewestId, id)),
                Newer(update, at, id), .. SameSubject(update), .. NothingWorse(update)]))
        {
            WantsRow = true,
        };
    }

    private static RowGuard Newer(SlotUpdate update, RowValue at, RowValue id) => update.Nature is SignalNature.State
        ? RowGuard.Any(
            RowGuard.Less(SlotItem.NewestAt, at),
            RowGuard.All(RowGuard.Equal(SlotItem.NewestAt, at), RowGuard.Less(SlotItem.NewestId, id)))
        : RowGuard.AtMost(SlotItem.NewestAt, at);

    private static IEnumerable<RowGuard> SameSubject(SlotUpdate update)
    {
        if (update.Expected is { } subject)
            yield return RowGuard.Equal(IncidentItem.Subject, SubjectItem.Write(subject).ToValue());
    }

    private static IEnumerable<RowGuard> NothingWorse(SlotUpdate update)
    {
        if (update.Resolves)
            yield break;
        yield return RowGuard.AtLeast(IncidentItem.Severity, RowValue.Number((int)update.Severity));
        yield return NotMuted;
        if (update.Act is { } act)
            yield return NoNews(act);
    }

    private static RowGuard NoNews(Act act)
    {
        var known = RowGuard.Contains(IncidentItem.Acts, RowValue.Text(act.Key));
        return act.IsRefused
            ? RowGuard.Any(Exhausted, known, RowGuard.Contains(IncidentItem.Acts, RowValue.Text(act.Mark)))
            : RowGuard.Any(Exhausted, known);
    }

    private static ImmutableArray<RowChange> Taken(SlotUpdate update, RowValue at, RowValue id) =>
    [
        RowChange.Increase(SlotItem.Version, 1),
        RowChange.Increase(IncidentItem.Signals, 1),
        RowChange.Set(SlotItem.NewestAt, at),
        RowChange.Set(SlotItem.NewestId, id),
        RowChange.Set(
            SlotItem.Last,
            IncidentChangeItem.Write(
                update.Last,
                new IncidentChangeItem.Implied(update.Last.SignalId, update.Last.OccurredAt)
                {
                    Fingerprint = update.Fingerprint,
                    Subject = update.Subject ?? update.Expected,
                    Measurement = update.Resolves ? null : update.Last.Signal?.Measurement,
                    HasOtherMeasurement = true,
                }).ToValue()),
        RowChange.Append(SlotItem.Recent, id),
    ];

    private static IEnumerable<RowChange> Shown(SlotUpdate update)
    {
        if (update.Subject is { } subject)
            yield return RowChange.Set(IncidentItem.Subject, SubjectItem.Write(subject).ToValue());
        if (!update.Resolves && MeasurementItem.Write(update.Last.Signal?.Measurement) is { } measurement)
            yield return RowChange.Set(IncidentItem.Measurement, measurement.ToValue());
    }

    // The end of the incident removes the row from the index and sets the row's expiry.
    private static ImmutableArray<RowChange> Ended(SlotUpdate update, RowValue at, TimeSpan retention) => update.Resolves
        ?
        [
            RowChange.Set(IncidentItem.Status, Resolved),
            RowChange.Set(IncidentItem.ResolvedAt, at),
            RowChange.Set(RowSchema.TimeToLive, ItemWriter.End(update.Last.RecordedAt + retention)),
            RowChange.Remove(SlotItem.OpenShard),
            RowChange.Remove(SlotItem.OpenSince),
        ]
        : [];
}
