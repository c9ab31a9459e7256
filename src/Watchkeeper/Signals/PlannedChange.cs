using Watchkeeper.Text;

namespace Watchkeeper.Signals;

/// <summary>
/// How urgent a planned change is. A date on the calendar is work for a working day; only the last day before it is worth
/// waking somebody, and only if the change stops something.
/// </summary>
public static class PlannedChange
{
    /// <summary>From how long before its begin a change is near.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(24);

    // Beyond a month nobody restarts anything yet: ends of support are announced half a year ahead.
    private static readonly TimeSpan Far = TimeSpan.FromDays(30);

    /// <summary>When the change becomes near; null for a subject without a planned begin.</summary>
    public static DateTimeOffset? NearFrom(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        // AWS may write any year, and the first days of the calendar have no day before.
        return subject.PlannedFrom is { } from && from - DateTimeOffset.MinValue > Near ? from - Near : null;
    }

    /// <summary>
    /// The severity of a planned change. From a day before, it is what somebody declared (<see cref="SubjectLabels.Declared"/>),
    /// otherwise high if it stops something (<see cref="SubjectLabels.Impact"/>) and medium if not. Until then at most medium,
    /// and beyond 30 days at most low: what a tag declares is how much the resource is worth. Null for a subject without a
    /// planned begin.
    /// </summary>
    public static Severity? SeverityAt(Subject subject, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (NearFrom(subject) is not { } near)
            return null;
        var declared = KebabCase.Parse<Severity>(subject.Labels[SubjectLabels.Declared]);
        if (now >= near)
            return declared ?? (Stops(subject) ? Severity.High : Severity.Medium);
        var highest = subject.PlannedFrom - now > Far ? Severity.Low : Severity.Medium;
        return declared < highest ? declared : highest;
    }

    /// <summary>
    /// The severity that an active incident rises to because its change has come near; null if it stays, as that of a change
    /// whose planned time is over does.
    /// </summary>
    public static Severity? RaisedAt(Subject subject, Severity severity, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Kind is SignalKind.HealthScheduledChange
            && !IsOver(subject, now)
            && SeverityAt(subject, now) is { } raised && raised > severity
                ? raised
                : null;
    }

    /// <summary>Whether the planned time has passed; false for a subject without one.</summary>
    public static bool IsOver(Subject subject, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return now > (subject.PlannedUntil ?? subject.PlannedFrom);
    }

    private static bool Stops(Subject subject) => subject.Labels[SubjectLabels.Impact] == SubjectLabels.Stop;
}
