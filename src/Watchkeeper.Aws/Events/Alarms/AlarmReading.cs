using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>What an event makes of an alarm's state.</summary>
internal static class AlarmReading
{
    /// <summary>
    /// The signal, unless the alarm serves a scaling policy: it then steers a group, and its states are no trouble.
    /// </summary>
    public static Reading Of(AlarmFacts facts)
    {
        var reading = AlarmSignal.Of(facts);
        return reading is Reading.Accepted { Signal: var signal } && ScalingAlarm.IsOne(facts.Name, facts.Actions)
            ? new Reading.Ignored(signal.EventId, "scaling-alarm") { State = signal, Actions = facts.Actions }
            : reading;
    }
}
