using Watchkeeper.Routing;

namespace Watchkeeper.Grouping;

/// <summary>When a group was told last, and when it is told next. Pure.</summary>
public sealed record GroupState
{
    /// <summary>Nobody was told of the group, and nothing of it waits.</summary>
    public static readonly GroupState None = new();

    /// <summary>When what waits is told; null if nothing waits.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>When the group was told last; null if it never was.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>The message that was told at once then; null if others waited with it.</summary>
    public string? ToldAlone { get; init; }

    /// <summary>Of an address: when its whole burst is free again; null if it is (<see cref="StormCap"/>).</summary>
    public DateTimeOffset? FullAt { get; init; }

    /// <summary>Until when a process may be telling of the group; null while none does.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Whether a process may be telling of the group.</summary>
    public bool IsHeldAt(DateTimeOffset now) => HeldUntil > now;

    /// <summary>The state with one more message, and when it is told: at <paramref name="now"/> means at once.</summary>
    /// <param name="message">What tells the message from all others, so that one that was told at once may be told again.</param>
    /// <param name="settings">How the route groups.</param>
    /// <param name="now">The time.</param>
    public (GroupState After, DateTimeOffset At) Join(string message, GroupSettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (ToldAlone == message)
            return (this, now);
        // A clock that jumped ahead and back again must not keep a group waiting.
        var longest = settings.Wait > settings.Interval ? settings.Wait : settings.Interval;
        if (NextAt is { } next && next <= now + longest)
            return (this, next);
        var told = ToldAt > now ? now : ToldAt;
        var at = told + settings.Interval is { } again && again > now ? again : now + settings.Wait;
        return at > now
            ? (this with { NextAt = at }, at)
            : (this with { NextAt = null, ToldAt = now, ToldAlone = message }, now);
    }

    /// <summary>The state in which what waits is told as soon as it may be. Unlike one more message, it is never told by itself.</summary>
    /// <param name="settings">How the route groups.</param>
    /// <param name="now">The time.</param>
    public (GroupState After, DateTimeOffset At) Rejoin(GroupSettings settings, DateTimeOffset now)
    {
        var (after, at) = Join("", settings, now);
        return after.NextAt is null ? (this with { NextAt = now }, now) : (after, at);
    }

    /// <summary>
    /// The state of an address with one more message, and when it is told: at <paramref name="now"/> means at once. What is not
    /// urgent never overtakes what waits.
    /// </summary>
    /// <param name="cap">The cap.</param>
    /// <param name="isUrgent">Whether the message may use the last one of the burst.</param>
    /// <param name="now">The time.</param>
    public (GroupState After, DateTimeOffset At) Pass(StormCap cap, bool isUrgent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(cap);
        var waiting = WaitingAt(cap, now);
        var full = FullAfterOne(cap, now);
        if ((isUrgent || waiting is null) && full - now <= cap.Allowance(isUrgent))
            return (this with { FullAt = full }, now);
        return waiting is { } next ? (this, next) : Await(cap, now);
    }

    /// <summary>The state of an address with something that waits, and when that is told.</summary>
    public (GroupState After, DateTimeOffset At) Await(StormCap cap, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(cap);
        if (WaitingAt(cap, now) is { } next)
            return (this, next);
        var free = FullAfterOne(cap, now) - cap.Allowance(isUrgent: false);
        var at = free > now ? free : now;
        return (this with { NextAt = at }, at);
    }

    // A clock that jumped ahead and back again must not keep an address waiting.
    private DateTimeOffset? WaitingAt(StormCap cap, DateTimeOffset now) => NextAt <= now + (2 * cap.Interval) ? NextAt : null;

    private DateTimeOffset FullAfterOne(StormCap cap, DateTimeOffset now)
    {
        var full = FullAt > now ? FullAt.Value : now;
        var latest = now + (cap.Interval * cap.Burst);
        return (full < latest ? full : latest) + cap.Interval;
    }

    /// <summary>The state while a process tells of what waits; null if nothing is to be told now, or another process may do so.</summary>
    /// <param name="now">The time.</param>
    /// <param name="until">When that process has certainly ended.</param>
    /// <param name="cap">Of an address: its cap.</param>
    public GroupState? Take(DateTimeOffset now, DateTimeOffset until, StormCap? cap = null)
    {
        if (!(NextAt <= now) || IsHeldAt(now))
            return null;
        return this with { HeldUntil = until, FullAt = cap is null ? FullAt : FullAfterOne(cap, now) };
    }

    /// <summary>The state after what waited was told.</summary>
    public GroupState Told(DateTimeOffset now) => this with { NextAt = null, ToldAt = now, ToldAlone = null, HeldUntil = null };
}
