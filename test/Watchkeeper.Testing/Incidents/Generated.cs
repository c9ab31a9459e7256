using System.Globalization;
using CsCheck;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Testing.Incidents;

/// <summary>
/// Random slots and signals of one fingerprint. Ids and times come from small pools, so that duplicates, ties and late signals
/// are common.
/// </summary>
public static class Generated
{
    private static readonly string[] Texts =
    [
        "", "orders", "Größe", "警报", "🔥 down", "a\0b", "\u202eevil", "<b>", "${aws:x}", "\"quoted\"\n\\", new('x', 300),
    ];

    private static DateTimeOffset Noon { get; } = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The fingerprint of all of them.</summary>
    public static Fingerprint Fingerprint { get; } = new("alarm/arn:aws:cloudwatch:eu-central-1:123456789012:alarm:orders");

    /// <summary>A signal's id.</summary>
    public static Gen<string> Id { get; } =
        Gen.Int[0, 30].Select(number => StableHash.Compute("signal", number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A source's time; some differ by one tick.</summary>
    public static Gen<DateTimeOffset> Time { get; } =
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 2], (minute, tick) => Noon.AddMinutes(minute).AddTicks(tick));

    /// <summary>Text of operators and attackers.</summary>
    public static Gen<string> Text { get; } = Gen.Int[0, Texts.Length - 1].Select(at => Texts[at]);

    // Most signals of an incident have its subject. AWS moves the dates of planned changes.
    private static Gen<Subject> Subject { get; } = Gen.Select(
        Gen.Frequency((3, Gen.Const("orders")), (1, Text)), Time.Nullable(0.8),
        (name, planned) => SubjectOf(name) with { PlannedFrom = planned, PlannedUntil = planned });

    // A version in its usual form, in another one, and none.
    private static Gen<string?> Version { get; } = Gen.Int[0, 2].Select(at => at switch
    {
        0 => "0a1b2c3d4e",
        1 => "another form",
        _ => null,
    });

    /// <summary>A severity.</summary>
    public static Gen<Severity> Severity { get; } = Gen.Enum<Severity>();

    /// <summary>One of a few acts, refused or not.</summary>
    public static Gen<Act> Act { get; } = Gen.Select(
        Gen.Int[0, 5], Gen.Bool, (number, refused) => Signals.Act.For(refused, number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A mute.</summary>
    public static Gen<Mute> Mute { get; } = Gen.Select(
        Gen.Enum<MuteKind>(), Text, Time.Nullable(), (kind, by, until) => new Mute(kind, by, until));

    /// <summary>A finding as an audit reported it.</summary>
    public static Gen<ReportedFinding> Finding { get; } = Gen.Select(
        Gen.Enum<ReportedStatus>(), Time, (status, checkedAt) => new ReportedFinding(status, checkedAt));

    /// <summary>What an alarm measured.</summary>
    public static Gen<Measurement> Measurement { get; } = Gen.Select(
        Gen.Double.Nullable(), Gen.OneOf(new double?[] { null, 0, 80, -0.5, 1e12 }.Select(Gen.Const).ToArray()), Gen.Enum<BreachSide>(),
        Gen.OneOf(Gen.Const(""), Gen.Const("Average"), Gen.Const("Sum"), Gen.Const("p99.9")),
        Gen.OneOf(Gen.Const(""), Gen.Const("Order 5xx rate (%)")),
        Gen.Select(Gen.Double, Time.Nullable(), (value, at) => new DataPoint(at, value)).Array[0, DataPoints.Max + 1],
        (value, limit, side, statistic, label, points) => new Measurement
        {
            Value = value,
            Limit = limit,
            Upper = limit is null ? value : null,
            IsMissing = value is null && limit is null,
            Side = side,
            Statistic = statistic,
            Label = label,
            Points = DataPoints.From(points),
        });

    /// <summary>States and events.</summary>
    public static Gen<Signal> Signal { get; } = Gen.Select(
        Id, Time, Gen.Enum<SignalCondition>(), Gen.Enum<SignalNature>(), Gen.Select(Text, Subject), Act.Null(0.1),
        Gen.Select(Mute.Null(), Gen.Bool.Nullable(), Severity.Nullable(), Severity.Nullable(), Finding.Null(0.9), Measurement.Null()),
        (id, time, condition, nature, words, act, more) => new Signal
        {
            Id = id,
            EventId = "e-" + id,
            OccurredAt = time,
            Condition = condition,
            Nature = nature,
            Subject = words.Item2,
            Reason = words.Item1,
            Act = nature is SignalNature.Event ? act : null,
            Mute = nature is SignalNature.State ? more.Item1 : null,
            WasFiring = more.Item2,
            DeclaredSeverity = more.Item3,
            UnknownSeverity = more.Item3 is null && words.Item1.Length > 0 ? InertText.Shorten(words.Item1, SubjectLimits.UnknownSeverity) : null,
            RuleSeverity = more.Item4,
            Finding = nature is SignalNature.State ? more.Item5 : null,
            Measurement = nature is SignalNature.State ? more.Item6 : null,
            Trace = words.Item1.Length > 0 ? words.Item1 : null,
        });

    /// <summary>A slot in any state of the lifecycle.</summary>
    public static Gen<Slot> Slot { get; } = Gen.Select(
        Gen.Long[1, 1L << 40], Time, Id, Id.Array[0, RecentSignalIds.Capacity], Incident().Null(), Entry(), Finding.Null(),
        (version, newestAt, newestId, recent, incident, last, finding) => new Slot
        {
            Fingerprint = Fingerprint,
            Version = version,
            NewestAt = newestAt,
            NewestId = newestId,
            Recent = RecentSignalIds.From(recent.Distinct(StringComparer.Ordinal)),
            Incident = incident,
            Finding = finding,
            Last = last,
        });

    private static Gen<Incident> Incident() => Gen.Select(
        Gen.Enum<IncidentStatus>(), Severity, Time, Subject, Gen.Int[1, 5000], Gen.Int[0, 3],
        Gen.Select(Act.Array[0, RecentSignalIds.Capacity].Null(), Mute.Null(), Notified().Null(), Gen.Bool, Measurement.Null()),
        (status, severity, time, subject, signals, reopenings, more) => new Incident
        {
            Id = "inc-" + StableHash.Compute(subject.Title)[..20],
            Status = status,
            Severity = severity,
            Subject = subject,
            OpenedAt = time,
            ResolvedAt = status is IncidentStatus.Resolved ? time.AddMinutes(1) : null,
            AcknowledgedBy = status is IncidentStatus.Acknowledged ? "kim" : null,
            Signals = signals,
            Reopenings = reopenings,
            Acts = more.Item1 is { } acts
                ? RecentSignalIds.From(acts.Select(act => act.Mark).Distinct(StringComparer.Ordinal))
                : null,
            Mute = more.Item2,
            Notified = more.Item3,
            IsFinal = more.Item4,
            Measurement = more.Item5,
        });

    private static Gen<NotificationState> Notified() => Gen.Select(
        Time, Gen.Int[0, NotificationState.MaxActs], Gen.Int[0, 3],
        (time, acts, reminders) => new NotificationState(time, acts, reminders));

    private static Gen<IncidentChange> Entry() => Gen.Select(
        Gen.Enum<DecisionReason>(), Id, Time, Text, Gen.Select(Signal.Null(), Severity, Version),
        (reason, id, time, text, caused) => caused.Item1 is { } signal
            ? Lifecycle.EntryFor(
                signal, caused.Item2, reason, new LifecycleOptions { Version = caused.Item3 }, time.AddSeconds(3))
            : new IncidentChange
            {
                Reason = reason,
                SignalId = id,
                EventId = "e-" + text,
                OccurredAt = time,
                RecordedAt = time.AddSeconds(3),
                Description = text,
                Trace = text.Length > 0 ? text : null,
                Configuration = caused.Item3,
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
