using System.Text.Json;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Detections;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>Reads a CloudTrail event from its envelope or from a bare record.</summary>
internal static class TrailDocument
{
    /// <summary>Reads an event of EventBridge.</summary>
    public static TrailParseResult Read(JsonCursor root, DateTimeOffset now)
    {
        var source = root.Member("source");
        if (!source.Text("the service that was called").StartsWith("aws.", StringComparison.Ordinal))
            throw source.Reject("is not a source of AWS: expected aws. and a service");
        var type = root.Member("detail-type");
        if (!TrailDetailTypes.Includes(type.Text("AWS API Call via CloudTrail")))
            throw type.Reject("is not a type of CloudTrail: expected AWS API Call via CloudTrail or another type that ends so");
        var envelope = EventBridgeEnvelope.ReadAny(root);
        return Read(envelope.Detail, envelope.DetailType, root.Element, envelope.Account, envelope.Region, now);
    }

    /// <summary>Reads a bare record.</summary>
    public static TrailParseResult ReadRecord(JsonCursor record, DateTimeOffset now)
    {
        var type = TrailDetailTypes.OfRecord(record.Element);
        return Read(record, type, null, "", "", now);
    }

    private static TrailParseResult Read(
        JsonCursor record, string type, JsonElement? envelope, string account, string region, DateTimeOffset now)
    {
        var element = record.Element;
        var id = record.Member("eventID").Text("the event's id");
        var at = record.Member("eventTime").Time(now);
        account = TrailRecord.AccountOf(element, account);
        region = element.Text("awsRegion") is { Length: > 0 } own ? own : region;
        var place = new TrailOrigin(id, at, Arn.AccountOrNone(account), region);
        if (type == TrailDetailTypes.Insight)
        {
            return new TrailParseResult.Read(
                InsightSignal.Create(record.Member("insightDetails").Object("the insight's details"), place));
        }

        var actor = TrailActor.From(element.Get("userIdentity"));
        return new TrailParseResult.Happened(new TrailEvent
        {
            Envelope = envelope ?? RecordEnvelope.Around(element, type, place),
            EventId = id,
            Api = Api(Service(record.Member("eventSource")), record.Member("eventName").Text("the call")),
            OccurredAt = at,
            Account = place.Account,
            Region = region,
            Partition = Arn.PartitionOf(region),
            Actor = actor.Name,
            ActorKey = actor.Key,
            IsKnownBySource = actor.IsKnownBySource,
            IsRead = IsTrue(element.Get("readOnly")),
            SourceAddress = element.Text("sourceIPAddress"),
        });
    }

    private static string Service(JsonCursor source)
    {
        var service = source.Text("the service that was called");
        return TrailRecord.IsNotification(service)
            ? throw source.Reject("is a source of notifications: expected one of CloudTrail, such as s3.amazonaws.com")
            : service;
    }

    private static string Api(string service, string call) => $"{service.Split('.', 2)[0]}:{call}";

    // Tools that copy records through tables write booleans as texts.
    private static bool IsTrue(JsonElement value) => value.ValueKind is JsonValueKind.True || value.Text() == "true";
}

/// <summary>The event's identity, time and place.</summary>
internal sealed record TrailOrigin(string EventId, DateTimeOffset At, string Account, string Region);
