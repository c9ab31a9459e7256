using Watchkeeper.Signals;

namespace Watchkeeper.Alarms;

/// <summary>What CloudWatch shows of the alarm behind an incident.</summary>
public abstract record AlarmStanding
{
    private AlarmStanding()
    {
    }

    /// <summary>It is not asked: the incident is over no alarm, the alarm is elsewhere, or CloudWatch may not be asked.</summary>
    public static AlarmStanding Unasked { get; } = new NotAsked();

    /// <summary>It was asked and gave no answer this time.</summary>
    public static AlarmStanding Unanswered { get; } = new Unclear();

    /// <summary>There is no such alarm.</summary>
    public static AlarmStanding Absent { get; } = new Missing();

    /// <inheritdoc cref="Unasked"/>
    public sealed record NotAsked : AlarmStanding;

    /// <inheritdoc cref="Unanswered"/>
    public sealed record Unclear : AlarmStanding;

    /// <inheritdoc cref="Absent"/>
    public sealed record Missing : AlarmStanding;

    /// <summary>The alarm is there.</summary>
    /// <param name="Signal">Its state.</param>
    public sealed record Shown(Signal Signal) : AlarmStanding;
}
