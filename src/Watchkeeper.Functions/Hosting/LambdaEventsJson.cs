using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.DynamoDBEvents;

namespace Watchkeeper.Functions.Hosting;

/// <summary>The JSON context of AWS's event types. Their serializer has its own naming rules.</summary>
[JsonSerializable(typeof(DynamoDBEvent))]
[JsonSerializable(typeof(DynamoDBEvent.DynamodbStreamRecord))]
[JsonSerializable(typeof(StreamsEventResponse))]
[JsonSerializable(typeof(ScheduledEvent))]
internal sealed partial class LambdaEventsJson : JsonSerializerContext;
