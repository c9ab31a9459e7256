using Watchkeeper.Audits;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Workload;

/// <summary>Something that happens in the monitored application.</summary>
/// <param name="At">When it happens.</param>
internal abstract record Occasion(DateTimeOffset At)
{
    /// <summary>A source sends an event.</summary>
    public sealed record Sent(DateTimeOffset At, EventAccount Account) : Occasion(At);

    /// <summary>A resource changes that Trusted Advisor checks.</summary>
    public sealed record Audited(DateTimeOffset At) : Occasion(At);

    /// <summary>One resource changes, and Trusted Advisor refreshes its check.</summary>
    public sealed record Rated(DateTimeOffset At, FindingStatus Status) : Occasion(At);

    /// <summary>
    /// Somebody suppresses that resource in Trusted Advisor, or takes it in again, without a refresh of the check.
    /// </summary>
    public sealed record LeftOut(DateTimeOffset At, bool IsLeftOut) : Occasion(At);

    /// <summary>A person acknowledges one of the active incidents.</summary>
    public sealed record Acknowledged(DateTimeOffset At, int Which) : Occasion(At);

    /// <summary>A person resolves one of the active incidents.</summary>
    public sealed record Resolved(DateTimeOffset At, int Which) : Occasion(At);

    /// <summary>The audit's schedule invokes it.</summary>
    public sealed record AuditDue(DateTimeOffset At) : Occasion(At);
}
