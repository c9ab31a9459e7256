namespace Watchkeeper.Aws.Alarms;

/// <summary>Times as CloudWatch's API gives them, to the millisecond that its events carry.</summary>
internal static class CloudWatchTime
{
    // Seconds come as a binary number, which is a few ticks off: .123 as .1229998. Finer digits are CloudWatch's own.
    private const long Slack = 10 * TimeSpan.TicksPerMicrosecond;

    /// <summary>The time with its finer digits cut off; one without a zone is UTC. Null for null.</summary>
    public static DateTimeOffset? From(DateTime? time)
    {
        if (time is not { } given || given.Ticks > DateTime.MaxValue.Ticks - Slack)
            return null;
        var ticks = (given.Kind is DateTimeKind.Local ? given.ToUniversalTime() : given).Ticks + Slack;
        return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}
