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

    /// <summary>The state while a process tells of what waits; null if nothing is to be told now, or another process may do so.</summary>
    /// <param name="now">The time.</param>
    /// <param name="until">When that process has certainly ended.</param>
    public GroupState? Take(DateTimeOffset now, DateTimeOffset until) =>
        NextAt <= now && !IsHeldAt(now) ? this with { HeldUntil = until } : null;

    /// <summary>The state after what waited was told.</summary>
    public static GroupState Told(DateTimeOffset now) => new() { ToldAt = now };
}
