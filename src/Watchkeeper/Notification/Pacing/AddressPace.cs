namespace Watchkeeper.Notification.Pacing;

/// <summary>
/// When one address takes its next request: a token bucket as the generic cell rate algorithm (ITU-T I.371), which needs one
/// time. Whoever finds the bucket empty gets a turn of its own, so that the first who waits is the first who sends. An address
/// that fails again and again takes one request now and then, until it takes one.
/// </summary>
public sealed record AddressPace
{
    // One failure keeps nobody waiting; what fails twice in a row is tried less and less often.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan MinDelay = TimeSpan.FromSeconds(1);

    /// <summary>An address that nothing was sent to.</summary>
    public static AddressPace Idle { get; } = new();

    /// <summary>When a request would come after all those before it at a steady pace. Default: long ago.</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>Until when the address takes nothing; null if it takes requests.</summary>
    public DateTimeOffset? BlockedUntil { get; init; }

    /// <summary>The number of failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>The receiver's words when it failed last; empty without failures.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether the address takes nothing at this time.</summary>
    public bool IsBlocked(DateTimeOffset now) => BlockedUntil > now;

    /// <summary>The turn of one more request, and the state after it.</summary>
    public (AddressPace After, Turn Turn) Take(ChannelPace pace, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(pace);
        var start = BlockedUntil is { } until && until > now ? until : now;
        var due = NextAt > start ? NextAt : start;
        var earliest = due - (pace.Per - pace.Interval);
        return (this with { NextAt = due + pace.Interval }, TurnAt(earliest > start ? earliest : start, now));
    }

    /// <summary>
    /// The turn of a request whose time has come; null if the address is blocked, and the request needs a new one.
    /// </summary>
    public Turn? Resume(DateTimeOffset now) => IsBlocked(now) ? null : TurnAt(now, now);

    /// <summary>The state after a request that the receiver may take later.</summary>
    /// <param name="now">When it failed.</param>
    /// <param name="retry">The receiver's words, and the delay that it asks for, which is obeyed.</param>
    public AddressPace Fail(DateTimeOffset now, SendResult.Retry retry)
    {
        ArgumentNullException.ThrowIfNull(retry);
        var failures = Failures + 1;
        var pause = retry.After is { } asked ? Longer(asked, MinDelay) : PauseAfter(failures);
        var until = now + pause;
        return this with
        {
            Failures = failures,
            Reason = retry.Reason,
            BlockedUntil = pause == TimeSpan.Zero ? BlockedUntil : BlockedUntil > until ? BlockedUntil : until,
        };
    }

    /// <summary>The state after a request that the receiver took, or refused for good.</summary>
    public AddressPace Succeed() => this with { Failures = 0, BlockedUntil = null, Reason = "" };

    private Turn TurnAt(DateTimeOffset at, DateTimeOffset now) =>
        new(at, Failures > 0, IsBlocked(now) ? Reason : "others to the same address come first");

    private static TimeSpan PauseAfter(int failures) => failures < 2
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(MaxPause.Ticks, FirstPause.Ticks << Math.Min(failures - 2, 10)));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>When a request may be made.</summary>
/// <param name="At">The time; not after now if it is at once.</param>
/// <param name="IsAfterFailure">Whether the address failed last: a success is to be recorded.</param>
/// <param name="Reason">Why the request waits, if it does.</param>
public sealed record Turn(DateTimeOffset At, bool IsAfterFailure, string Reason);
