using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.DynamoDBEvents;

namespace Watchkeeper.Functions.Hosting;

/// <summary>AWS's own event types, whose serializer brings its own naming.</summary>
[JsonSerializable(typeof(DynamoDBEvent))]
[JsonSerializable(typeof(DynamoDBEvent.DynamodbStreamRecord))]
[JsonSerializable(typeof(StreamsEventResponse))]
[JsonSerializable(typeof(ScheduledEvent))]
internal sealed partial class LambdaEventsJson : JsonSerializerContext;
