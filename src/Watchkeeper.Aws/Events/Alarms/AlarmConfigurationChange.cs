using System.Globalization;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Reads «CloudWatch Alarm Configuration Change» («Alarm events and EventBridge» in the CloudWatch user guide). Only deletions
/// matter: a deleted alarm never changes to OK. State-change events cover created and updated alarms.
/// </summary>
internal static class AlarmConfigurationChange
{
    /// <summary>Reads the event. <paramref name="arn"/> is the alarm's ARN.</summary>
    public static SignalParseResult Read(EventBridgeEnvelope envelope, string name, string arn, DateTimeOffset now)
    {
        if (envelope.Detail.Element.Text("operation") != "delete")
            return new SignalParseResult.Ignored(envelope.Id, "no-state-change");
        // The envelope's time has whole seconds; the configuration's timestamp has milliseconds.
        var own = AwsTime.Parse(envelope.Detail.Element.Get("configuration").Text("timestamp"));
        var at = own is { } time && AwsTime.Error(time, now) is null ? time : envelope.Time(now);
        var facts = new AlarmFacts { EventId = envelope.Id, Arn = arn, Name = name, State = "", At = at, Reason = "" };
        var fingerprint = new Fingerprint($"alarm/{arn}");
        return new SignalParseResult.Accepted(new Signal
        {
            Id = StableHash.Compute("deleted", arn, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
            EventId = InertText.Shorten(envelope.Id, SubjectLimits.LabelValue),
            OccurredAt = at,
            Condition = SignalCondition.Gone,
            Nature = SignalNature.State,
            Reason = "the alarm was deleted",
            Subject = SubjectLimits.Bound(AlarmSubject.Create(facts, fingerprint)),
        });
    }
}
