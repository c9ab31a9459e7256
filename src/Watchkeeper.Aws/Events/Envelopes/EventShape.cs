using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Envelopes;

/// <summary>The shape of a payload, judged by its outline.</summary>
public enum EventShape
{
    /// <summary>No known shape, or not JSON.</summary>
    Unknown,

    /// <summary>An event of EventBridge, with a <c>detail-type</c>.</summary>
    EventBridge,

    /// <summary>Lambda's payload from an SNS subscription: <c>{"Records":[{"EventSource":"aws:sns",…}]}</c>.</summary>
    SnsEvent,

    /// <summary>Lambda's payload from an alarm's action, with an <c>alarmData</c>.</summary>
    DirectAlarm,

    /// <summary>The bare body of an alarm's SNS message.</summary>
    AlarmNotification,

    /// <summary>One record of CloudTrail without an envelope.</summary>
    TrailRecord,

    /// <summary>A log file of CloudTrail: <c>{"Records":[…]}</c>.</summary>
    TrailLogFile,
}

/// <summary>Finds the shape of a payload.</summary>
public static class EventShapes
{
    extension(EventShape)
    {
        /// <summary>Finds the shape of a payload. Never throws; a payload that every parser would reject is unknown.</summary>
        public static EventShape Detect(ReadOnlyMemory<byte> payload) =>
            Total.Run(() => Detect(JsonText.Parse(payload.Span, JsonPath.Root, "an event").Element), _ => EventShape.Unknown);
    }

    /// <summary>Finds the shape of a document.</summary>
    internal static EventShape Detect(JsonElement document) => document switch
    {
        _ when EventBridgeEnvelope.Fits(document) => EventShape.EventBridge,
        _ when Has(document, "alarmData") => EventShape.DirectAlarm,
        _ when Has(document, "AlarmName") || Has(document, "NewStateValue") => EventShape.AlarmNotification,
        _ when Has(document, "eventSource") && Has(document, "eventName") => EventShape.TrailRecord,
        _ when Has(document, "insightDetails") => EventShape.TrailRecord,
        _ => document.Get("Records").Items().Select(OfRecord).FirstOrDefault(),
    };

    private static EventShape OfRecord(JsonElement record) => record switch
    {
        _ when record.Text("EventSource") == "aws:sns" => EventShape.SnsEvent,
        _ when Detect(record) is EventShape.TrailRecord
            && !record.Text("eventSource").StartsWith("aws:", StringComparison.Ordinal)
            => EventShape.TrailLogFile,
        _ => EventShape.Unknown,
    };

    private static bool Has(JsonElement document, string name) => document.Get(name).ValueKind is not JsonValueKind.Undefined;
}
