using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>One incident, from its opening to its end; it can reopen inside the reopen window.</summary>
public sealed record Incident
{
    /// <summary>
    /// Derived from the fingerprint and the opening signal: <c>inc-</c> and 20 hexadecimal digits. The first digits are the
    /// opening time in seconds, so that ids sort by age.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The status.</summary>
    public required IncidentStatus Status { get; init; }

    /// <summary>The severity; it only rises while the incident is active.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The subject, from the signal that opened the incident.</summary>
    public required Subject Subject { get; init; }

    /// <summary>What its alarm measured last while it fired; null for every other source.</summary>
    public Measurement? Measurement { get; init; }

    /// <summary>When the incident began, by the source's clock.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>
    /// When the incident ended: by the source's clock, or by ours if expiry or an operator ended it. Null while the incident is
    /// active.
    /// </summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Who acknowledged the incident; null if it is not acknowledged.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When the incident was acknowledged, by our clock; null if it is not, or an earlier version recorded it.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Number of recorded signals, including the opening one.</summary>
    public required int Signals { get; init; }

    /// <summary>How often the incident reopened.</summary>
    public int Reopenings { get; init; }

    /// <summary>
    /// The marks of the incident's acts (<see cref="Act.Mark"/>), oldest first and bounded. An act without a mark here is new.
    /// Null for an incident of states.
    /// </summary>
    public RecentSignalIds? Acts { get; init; }

    /// <summary>The active mute; a muted incident causes no notification. Null without a mute.</summary>
    public Mute? Mute { get; init; }

    /// <summary>
    /// What was reported since the incident opened or reopened; null while nothing was reported because of a mute.
    /// </summary>
    public NotificationState? Notified { get; init; }

    /// <summary>Whether the subject no longer exists. Such an incident never reopens.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether the incident is active.</summary>
    public bool IsActive => Status is not IncidentStatus.Resolved;

    /// <summary>The incident as timeline and ledger show it: without the data that only the next decision needs.</summary>
    public Incident Shown() => this with { Acts = null, Notified = null };

    /// <summary>
    /// Whether an act is new and may be reported now; see <see cref="NotificationState.MaxActs"/>. Always false for states.
    /// </summary>
    public bool IsNews(Act? act) =>
        act is not null && Notified is not { IsExhausted: true } && !act.IsKnownBy(Acts ?? RecentSignalIds.Empty);

    /// <summary>The id of an incident that <paramref name="signal"/> opens.</summary>
    public static string IdFor(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var seconds = (uint)Math.Clamp(signal.OccurredAt.ToUnixTimeSeconds(), 0, uint.MaxValue);
        return $"inc-{seconds:x8}{StableHash.Compute(signal.Subject.Fingerprint.Text, signal.Id).AsSpan(0, 12)}";
    }
}
