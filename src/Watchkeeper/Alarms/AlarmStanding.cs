using Watchkeeper.Signals;

namespace Watchkeeper.Alarms;

/// <summary>What CloudWatch reports about an incident's alarm.</summary>
public abstract record AlarmStanding
{
    private AlarmStanding()
    {
    }

    /// <summary>
    /// CloudWatch is not asked: the incident is not about an alarm, the alarm is elsewhere, or the permission is missing.
    /// </summary>
    public static AlarmStanding Unasked { get; } = new NotAsked();

    /// <summary>CloudWatch was asked and gave no usable answer this time.</summary>
    public static AlarmStanding Unanswered { get; } = new Unclear();

    /// <summary>The alarm does not exist.</summary>
    public static AlarmStanding Absent { get; } = new Missing();

    /// <inheritdoc cref="Unasked"/>
    public sealed record NotAsked : AlarmStanding;

    /// <inheritdoc cref="Unanswered"/>
    public sealed record Unclear : AlarmStanding;

    /// <inheritdoc cref="Absent"/>
    public sealed record Missing : AlarmStanding;

    /// <summary>The alarm exists.</summary>
    /// <param name="Signal">The alarm's state.</param>
    public sealed record Shown(Signal Signal) : AlarmStanding;
}
