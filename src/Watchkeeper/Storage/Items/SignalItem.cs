using Watchkeeper.Signals;

namespace Watchkeeper.Storage.Items;

/// <summary>
/// A normalised signal as a map, complete, so that it can be decided again. The map omits what is around it, and what most
/// signals are: a firing state.
/// </summary>
internal static class SignalItem
{
    /// <param name="signal">The signal, within <see cref="SubjectLimits"/>.</param>
    /// <param name="implied">What the map omits.</param>
    public static ItemWriter Write(Signal signal, Implied implied) => new ItemWriter()
        .Packed("i", signal.Id == implied.Id ? null : signal.Id, Packing.Hash)
        .Time("o", signal.OccurredAt == implied.OccurredAt ? null : signal.OccurredAt)
        .Name("c", signal.Condition is SignalCondition.Firing ? null : (SignalCondition?)signal.Condition)
        .Name("n", signal.Nature is SignalNature.State ? null : (SignalNature?)signal.Nature)
        .Count("w", signal.WasFiring switch { null => 0, false => 1, _ => 2 })
        .Text("f", signal.Subject.Fingerprint == implied.Fingerprint ? null : signal.Subject.Fingerprint.Text)
        .Map("su", signal.Subject == implied.Subject ? null : SubjectItem.Write(signal.Subject))
        .Text("b", signal.Reason == implied.Reason ? null : signal.Reason)
        .Name("d", signal.DeclaredSeverity)
        .Text("u", signal.UnknownSeverity)
        .Name("r", signal.RuleSeverity)
        .Packed("a", signal.Act?.Key, Packing.Act)
        .Count("ar", signal.Act is { IsRefused: true } ? 1 : 0)
        .Map("mu", MuteItem.Write(signal.Mute))
        .Name("fs", signal.Finding?.Status)
        .Time("fc", signal.Finding?.CheckedAt)
        .Map("me", signal.Measurement == implied.Measurement ? null : MeasurementItem.Write(signal.Measurement))
        .Count("mn", signal.Measurement is null && (implied.HasOtherMeasurement || implied.Measurement is not null) ? 1 : 0);

    public static Signal Read(ItemReader map, Implied implied)
    {
        var fingerprint = map.TextOrNull("f") is { } own ? new Fingerprint(own) : implied.Fingerprint ?? new Fingerprint("");
        return new Signal
        {
            Id = map.Packed("i", Packing.Hash) ?? implied.Id ?? "",
            EventId = implied.EventId,
            OccurredAt = map.TimeOrNull("o") ?? implied.OccurredAt ?? map.Time("o"),
            Condition = map.NameOrNull<SignalCondition>("c") ?? SignalCondition.Firing,
            Nature = map.NameOrNull<SignalNature>("n") ?? SignalNature.State,
            WasFiring = map.Count("w") switch { 0 => null, 1 => false, _ => true },
            Subject = map.MapOrNull("su") is { } subject
                ? SubjectItem.Read(subject, fingerprint)
                : implied.Subject ?? throw map.Unreadable("su", "missing; a map is expected"),
            Reason = map.TextOrNull("b") ?? implied.Reason ?? "",
            DeclaredSeverity = map.NameOrNull<Severity>("d"),
            UnknownSeverity = map.TextOrNull("u"),
            RuleSeverity = map.NameOrNull<Severity>("r"),
            Act = map.Packed("a", Packing.Act) is { } key ? new Act(key, map.Count("ar") > 0) : null,
            Mute = map.MapOrNull("mu") is { } mute ? MuteItem.Read(mute) : null,
            Measurement = map.MapOrNull("me") is { } measurement ? MeasurementItem.Read(measurement)
                : map.Count("mn") > 0 ? null
                : implied.Measurement,
            Finding = map.NameOrNull<ReportedStatus>("fs") is { } status ? new ReportedFinding(status, map.Time("fc")) : null,
        };
    }

    /// <summary>What the row around the signal contains; null for everything else.</summary>
    /// <param name="EventId">The event's id, which the map never contains.</param>
    internal readonly record struct Implied(string EventId)
    {
        public string? Id { get; init; }

        public DateTimeOffset? OccurredAt { get; init; }

        public string? Reason { get; init; }

        public Fingerprint? Fingerprint { get; init; }

        public Subject? Subject { get; init; }

        public Measurement? Measurement { get; init; }

        public bool HasOtherMeasurement { get; init; }
    }
}
