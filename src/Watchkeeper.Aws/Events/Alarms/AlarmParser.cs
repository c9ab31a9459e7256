using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>What an event makes of an alarm's state.</summary>
internal static class AlarmParser
{
    /// <summary>
    /// The signal, unless the alarm serves a scaling policy: it then steers a group, and its states are no trouble.
    /// </summary>
    public static SignalParseResult Parse(AlarmFacts facts)
    {
        var reading = AlarmSignal.Create(facts);
        return reading is SignalParseResult.Accepted { Signal: var signal } && ScalingAlarm.IsOne(facts.Name, facts.Actions)
            ? new SignalParseResult.Ignored(signal.EventId, "scaling-alarm") { State = signal, Actions = facts.Actions }
            : reading;
    }
}
