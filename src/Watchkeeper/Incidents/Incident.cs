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

    /// <summary>Whether it still lasts.</summary>
    public bool IsActive => Status is not IncidentStatus.Resolved;

    /// <summary>The id for an incident that <paramref name="signal"/> opens.</summary>
    public static string IdFor(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var seconds = (uint)Math.Clamp(signal.OccurredAt.ToUnixTimeSeconds(), 0, uint.MaxValue);
        return $"inc-{seconds:x8}{StableHash.Of(signal.Subject.Fingerprint.Text, signal.Id).AsSpan(0, 12)}";
    }
}
