using System.Globalization;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>Creates the signal of an alarm's state.</summary>
internal static class AlarmSignal
{
    /// <summary>
    /// Creates the signal. Its id comes from the alarm, the state and the millisecond in which the state started. All sources
    /// carry these alike, so a state change that arrives twice is one signal.
    /// </summary>
    public static SignalParseResult Create(AlarmFacts facts)
    {
        var id = StableHash.Compute(
            "alarm", Identity(facts), facts.State, facts.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        var subject = SubjectLimits.Bound(AlarmSubject.Create(facts, new Fingerprint($"alarm/{Identity(facts)}")));
        var declared = Declarations.Severity(facts.Tags, facts.Description);
        return new SignalParseResult.Accepted(new Signal
        {
            Id = id,
            EventId = facts.EventId.Length > 0 ? InertText.Shorten(facts.EventId, SubjectLimits.LabelValue) : id,
            OccurredAt = facts.At,
            Condition = facts.State switch
            {
                "ALARM" => SignalCondition.Firing,
                "OK" => SignalCondition.Resolved,
                _ => SignalCondition.NoData,
            },
            Nature = SignalNature.State,
            WasFiring = facts.PreviousState switch
            {
                "ALARM" => true,
                "OK" or "INSUFFICIENT_DATA" => false,
                _ => null,
            },
            Subject = subject,
            Tags = LabelSet.From(facts.Tags),
            Reason = InertText.Shorten(facts.Reason, SubjectLimits.Description),
            DeclaredSeverity = declared.Severity,
            UnknownSeverity = declared.Unknown,
            RuleSeverity = AlarmSeverity.Above(facts, subject.Kind),
            Mute = facts.Mute,
            Measurement = AlarmMeasurement.From(facts),
        });
    }

    // Each time series of a Metrics Insights alarm has its own states.
    private static string Identity(AlarmFacts facts) => facts.Contributor.Length > 0
        ? $"{facts.Arn}#{InertText.Shorten(facts.Contributor, SubjectLimits.LabelValue)}"
        : facts.Arn;
}
