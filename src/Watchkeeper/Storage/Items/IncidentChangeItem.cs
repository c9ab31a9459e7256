using Watchkeeper.Incidents;

namespace Watchkeeper.Storage.Items;

/// <summary>An entry as a map. What its row says already is left out of it.</summary>
internal static class IncidentChangeItem
{
    public static ItemWriter Write(IncidentChange entry, Implied implied) => new ItemWriter()
        .Name<DecisionReason>("y", entry.Reason)
        .Packed("s", string.Equals(entry.SignalId, implied.SignalId, StringComparison.Ordinal) ? null : entry.SignalId, Packing.Hash)
        .Packed("e", entry.EventId, Packing.Uuid)
        .Time("o", entry.OccurredAt == implied.OccurredAt ? null : entry.OccurredAt)
        .Time("r", entry.RecordedAt == implied.RecordedAt ? null : entry.RecordedAt)
        .Text("b", entry.Description)
        .Packed("x", entry.Trace, Packing.Trace);

    public static IncidentChange Read(ItemReader map, Implied implied) => new()
    {
        Reason = map.Name<DecisionReason>("y"),
        SignalId = map.Packed("s", Packing.Hash) ?? implied.SignalId ?? "",
        EventId = map.Packed("e", Packing.Uuid) ?? "",
        OccurredAt = map.TimeOrNull("o") ?? implied.OccurredAt ?? map.Time("o"),
        RecordedAt = map.TimeOrNull("r") ?? implied.RecordedAt ?? map.Time("r"),
        Description = map.TextOrEmpty("b"),
        Trace = map.Packed("x", Packing.Trace),
    };

    /// <summary>What the row around an entry says already; null where it does not.</summary>
    /// <param name="SignalId">The last id in the slot's ring.</param>
    /// <param name="OccurredAt">The slot's newest time.</param>
    /// <param name="RecordedAt">The notice's time.</param>
    internal readonly record struct Implied(string? SignalId = null, DateTimeOffset? OccurredAt = null, DateTimeOffset? RecordedAt = null);
}
