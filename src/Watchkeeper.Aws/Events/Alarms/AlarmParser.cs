using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>Parses an alarm's state.</summary>
internal static class AlarmParser
{
    /// <summary>
    /// Creates the signal, unless the alarm belongs to a scaling policy. Such an alarm controls a group, and its states are not
    /// problems.
    /// </summary>
    public static SignalParseResult Parse(AlarmFacts facts)
    {
        var reading = AlarmSignal.Create(facts);
        return reading is SignalParseResult.Accepted { Signal: var signal } && ScalingAlarm.IsOne(facts.Name, facts.Actions)
            ? new SignalParseResult.Ignored(signal.EventId, "scaling-alarm") { State = signal, Actions = facts.Actions }
            : reading;
    }
}
