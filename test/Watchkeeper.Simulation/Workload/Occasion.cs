using Watchkeeper.Audits;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Workload;

/// <summary>Something that happens in the application that is watched.</summary>
/// <param name="At">When.</param>
internal abstract record Occasion(DateTimeOffset At)
{
    /// <summary>A source sends an event.</summary>
    public sealed record Sent(DateTimeOffset At, EventAccount Account) : Occasion(At);

    /// <summary>A resource changes that Trusted Advisor looks at.</summary>
    public sealed record Audited(DateTimeOffset At) : Occasion(At);

    /// <summary>One resource changes, and Trusted Advisor looks at it.</summary>
    public sealed record Rated(DateTimeOffset At, FindingStatus Status) : Occasion(At);

    /// <summary>
    /// Somebody tells Trusted Advisor to leave that resource out, or to take it in again; it does not look at it for that.
    /// </summary>
    public sealed record LeftOut(DateTimeOffset At, bool IsLeftOut) : Occasion(At);

    /// <summary>A person takes on one of the active incidents.</summary>
    public sealed record Acknowledged(DateTimeOffset At, int Which) : Occasion(At);

    /// <summary>A person resolves one of the active incidents.</summary>
    public sealed record Resolved(DateTimeOffset At, int Which) : Occasion(At);

    /// <summary>The audit's schedule ticks.</summary>
    public sealed record AuditDue(DateTimeOffset At) : Occasion(At);
}
