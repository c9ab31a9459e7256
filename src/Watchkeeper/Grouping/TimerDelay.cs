namespace Watchkeeper.Grouping;

/// <summary>How long a queue keeps a timer back. Pure.</summary>
public static class TimerDelay
{
    /// <summary>The longest delay that Amazon SQS takes. What lies further ahead goes through the queue several times.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromSeconds(900);

    /// <summary>How far ahead timers are set. What lies further ahead is left to the sweep, whose minute matters little then.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromHours(1);

    /// <summary>The delay of a timer: whole seconds, rounded up, and at most <see cref="Max"/>; null if the sweep alone looks.</summary>
    /// <param name="at">When the timer shall come.</param>
    /// <param name="now">The time.</param>
    public static TimeSpan? Until(DateTimeOffset at, DateTimeOffset now)
    {
        var left = at - now;
        if (left > MaxAhead)
            return null;
        if (left >= Max)
            return Max;
        return left > TimeSpan.Zero ? TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds)) : TimeSpan.Zero;
    }
}
