using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Storage.Items;

/// <summary>A change of an incident as a map. The map omits what its row contains.</summary>
internal static class IncidentChangeItem
{
    public static ItemWriter Write(IncidentChange entry, Implied implied) => new ItemWriter()
        .Name<DecisionReason>("y", entry.Reason)
        .Packed(
            "s",
            string.Equals(entry.SignalId, implied.SignalId, StringComparison.Ordinal) ? null : entry.SignalId,
            Packing.Hash)
        .Packed("e", entry.EventId, Packing.Uuid)
        .Time("o", entry.OccurredAt == implied.OccurredAt ? null : entry.OccurredAt)
        .Time("r", entry.RecordedAt == implied.RecordedAt ? null : entry.RecordedAt)
        .Text("b", entry.Description)
        .Packed("x", entry.Trace, Packing.Trace)
        .Rank("v", entry.Severity)
        .Packed("c", entry.Configuration, Packing.Version)
        .Map("g", entry.Signal is { } signal ? SignalItem.Write(signal, ImpliedBy(entry, implied)).OrNull() : null);

    public static IncidentChange Read(ItemReader map, Implied implied)
    {
        var change = new IncidentChange
        {
            Reason = map.Name<DecisionReason>("y"),
            SignalId = map.Packed("s", Packing.Hash) ?? implied.SignalId ?? "",
            EventId = map.Packed("e", Packing.Uuid) ?? "",
            OccurredAt = map.TimeOrNull("o") ?? implied.OccurredAt ?? map.Time("o"),
            RecordedAt = map.TimeOrNull("r") ?? implied.RecordedAt ?? map.Time("r"),
            Description = map.TextOrEmpty("b"),
            Trace = map.Packed("x", Packing.Trace),
            Severity = map.RankOrNull("v"),
            Configuration = map.Packed("c", Packing.Version),
        };
        // The severity that the signal was given shows that there is one, even if everything else of it is around the map.
        return change.Severity is null
            ? change
            : change with { Signal = SignalItem.Read(map.MapOrEmpty("g"), ImpliedBy(change, implied)) };
    }

    private static SignalItem.Implied ImpliedBy(IncidentChange change, Implied implied) => new(change.EventId)
    {
        Id = change.SignalId,
        OccurredAt = change.OccurredAt,
        Reason = change.Description,
        Fingerprint = implied.Fingerprint,
        Subject = implied.Subject,
        Measurement = implied.Measurement,
        HasOtherMeasurement = implied.HasOtherMeasurement,
    };

    /// <summary>What the row around the change contains; null for everything else.</summary>
    /// <param name="SignalId">The slot's newest recorded id.</param>
    /// <param name="OccurredAt">The slot's newest time.</param>
    /// <param name="RecordedAt">The entry's time.</param>
    internal readonly record struct Implied(
        string? SignalId = null, DateTimeOffset? OccurredAt = null, DateTimeOffset? RecordedAt = null)
    {
        /// <summary>The row's fingerprint.</summary>
        public required Fingerprint Fingerprint { get; init; }

        /// <summary>The subject of the row's incident after the change.</summary>
        public Subject? Subject { get; init; }

        /// <summary>The measurement of the row's incident after the change.</summary>
        public Measurement? Measurement { get; init; }

        /// <summary>Whether the row's incident may have another measurement, which the write does not know.</summary>
        public bool HasOtherMeasurement { get; init; }
    }
}
