using System.Globalization;
using CsCheck;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Testing.Incidents;

/// <summary>
/// Arbitrary slots and signals of one fingerprint. Ids and times come from small pools, so that duplicates, ties and signals out of
/// order are common.
/// </summary>
public static class Generated
{
    private static readonly string[] Texts =
    [
        "", "orders", "Größe", "警报", "🔥 down", "a\0b", "\u202eevil", "<b>", "${aws:x}", "\"quoted\"\n\\", new('x', 300),
    ];

    private static DateTimeOffset Noon { get; } = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The one fingerprint.</summary>
    public static Fingerprint Fingerprint { get; } = new("alarm/arn:aws:cloudwatch:eu-central-1:123456789012:alarm:orders");

    /// <summary>A signal's id.</summary>
    public static Gen<string> Id { get; } =
        Gen.Int[0, 30].Select(number => StableHash.Of("signal", number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A source's time; some are a tick apart.</summary>
    public static Gen<DateTimeOffset> Time { get; } =
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 2], (minute, tick) => Noon.AddMinutes(minute).AddTicks(tick));

    /// <summary>Text that people and attackers write.</summary>
    public static Gen<string> Text { get; } = Gen.Int[0, Texts.Length - 1].Select(at => Texts[at]);

    /// <summary>A severity.</summary>
    public static Gen<Severity> Severity { get; } = Gen.Enum<Severity>();

    /// <summary>Observations of the whole state, and things that happened.</summary>
    public static Gen<Signal> Signal { get; } = Gen.Select(
        Id, Time, Gen.Enum<SignalCondition>(), Gen.Enum<SignalNature>(), Text,
        (id, time, condition, nature, text) => new Signal
        {
            Id = id,
            EventId = "e-" + id,
            OccurredAt = time,
            Condition = condition,
            Nature = nature,
            Subject = SubjectOf(text),
            Because = text,
            Trace = text.Length > 0 ? text : null,
        });

    /// <summary>A slot in any state that the lifecycle can bring it to.</summary>
    public static Gen<Slot> Slot { get; } = Gen.Select(
        Gen.Long[1, 1L << 40], Time, Id, Id.Array[0, SignalRing.Capacity], Incident().Null(), Entry(),
        (version, newestAt, newestId, recent, incident, last) => new Slot
        {
            Fingerprint = Fingerprint,
            Version = version,
            NewestAt = newestAt,
            NewestId = newestId,
            Recent = SignalRing.From(recent.Distinct(StringComparer.Ordinal)),
            Incident = incident,
            Last = last,
        });

    private static Gen<Incident> Incident() => Gen.Select(
        Gen.Enum<IncidentStatus>(), Severity, Time, Text, Gen.Int[1, 5000], Gen.Int[0, 3],
        (status, severity, time, text, signals, reopenings) => new Incident
        {
            Id = "inc-" + StableHash.Of(text)[..20],
            Status = status,
            Severity = severity,
            Subject = SubjectOf(text),
            OpenedAt = time,
            ResolvedAt = status is IncidentStatus.Resolved ? time.AddMinutes(1) : null,
            AcknowledgedBy = status is IncidentStatus.Acknowledged ? "kim" : null,
            Signals = signals,
            Reopenings = reopenings,
        });

    private static Gen<Entry> Entry() => Gen.Select(
        Gen.Enum<DecisionReason>(), Id, Time, Text,
        (reason, id, time, text) => new Entry
        {
            Reason = reason,
            SignalId = id,
            EventId = "e-" + text,
            OccurredAt = time,
            RecordedAt = time.AddSeconds(3),
            Because = text,
            Trace = text.Length > 0 ? text : null,
        });

    private static Subject SubjectOf(string text) => new()
    {
        Fingerprint = Fingerprint,
        Source = SignalSource.Alarm,
        Kind = SignalKind.Cpu,
        Name = text,
        Title = text,
        Account = "123456789012",
        Region = "eu-central-1",
        Resource = text,
        Labels = LabelSet.From([KeyValuePair.Create(text, text), KeyValuePair.Create("metric", "CPUUtilization")]),
    };
}
