using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>One episode of trouble.</summary>
public sealed record Incident
{
    /// <summary>
    /// Derived from the fingerprint and the signal that opened it: <c>inc-</c> and 20 hexadecimal digits, the first of them
    /// the opening time in seconds, so that ids sort by age.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required IncidentStatus Status { get; init; }

    /// <summary>How bad; it only rises during one episode.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What it is about, as the signal that opened it said.</summary>
    public required Subject Subject { get; init; }

    /// <summary>When the trouble began, by the source's clock.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was over, by the source's clock (or ours where time or a person ended it); null while it lasts.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Who acknowledged it; null until somebody does.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>How many signals it has taken in, the opening one included.</summary>
    public required int Signals { get; init; }

    /// <summary>How often it came back inside the window.</summary>
    public int Reopenings { get; init; }

    /// <summary>
    /// The marks of the acts that it is made of (<see cref="Act.Mark"/>), oldest first and bounded: one that is not among them is
    /// news. Null where it is made of states.
    /// </summary>
    public RecentSignalIds? Acts { get; init; }

    /// <summary>How AWS keeps it quiet: while it does, nobody is told. Null where nothing does.</summary>
    public Mute? Mute { get; init; }

    /// <summary>What people have been told of it since it opened or came back; null where nobody has been, since AWS kept it quiet.</summary>
    public NotificationState? Notified { get; init; }

    /// <summary>Whether what it was about is gone, so that what comes after its end is never this incident again.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether it still lasts.</summary>
    public bool IsActive => Status is not IncidentStatus.Resolved;

    /// <summary>The incident as timeline and ledger show it: without what only the next decision needs.</summary>
    public Incident Shown() => this with { Acts = null, Notified = null };

    /// <summary>
    /// Whether an act is one that people have not been told of and may be told of now; see <see cref="NotificationState.MaxActs"/>.
    /// Never for states.
    /// </summary>
    public bool IsNews(Act? act) =>
        act is not null && Notified is not { IsExhausted: true } && !act.IsKnownBy(Acts ?? RecentSignalIds.Empty);

    /// <summary>The id for an incident that <paramref name="signal"/> opens.</summary>
    public static string IdFor(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var seconds = (uint)Math.Clamp(signal.OccurredAt.ToUnixTimeSeconds(), 0, uint.MaxValue);
        return $"inc-{seconds:x8}{StableHash.Compute(signal.Subject.Fingerprint.Text, signal.Id).AsSpan(0, 12)}";
    }
}
