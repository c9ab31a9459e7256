namespace Watchkeeper.Aws.Alarms;

/// <summary>Times of CloudWatch's API, cut to milliseconds as in its events.</summary>
internal static class CloudWatchTime
{
    // The API gives seconds as a binary number, which is off by a few ticks: .1229998 for .123. CloudWatch's own times have finer
    // digits.
    private const long Slack = 10 * TimeSpan.TicksPerMicrosecond;

    /// <summary>Cuts a time to milliseconds. A time without a zone is UTC. Null for null.</summary>
    public static DateTimeOffset? From(DateTime? time)
    {
        if (time is not { } given || given.Ticks > DateTime.MaxValue.Ticks - Slack)
            return null;
        var ticks = (given.Kind is DateTimeKind.Local ? given.ToUniversalTime() : given).Ticks + Slack;
        return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}
