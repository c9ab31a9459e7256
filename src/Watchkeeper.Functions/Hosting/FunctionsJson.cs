using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.DynamoDBEvents;
using Watchkeeper.Functions.Audits;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Sweeping;

namespace Watchkeeper.Functions.Hosting;

/// <summary>Everything that handlers read and write as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IntakeReport))]
[JsonSerializable(typeof(SweepReport))]
[JsonSerializable(typeof(AdvisorReport))]
public sealed partial class FunctionsJson : JsonSerializerContext;

/// <summary>AWS's own event types, whose serializer brings its own naming.</summary>
[JsonSerializable(typeof(DynamoDBEvent))]
[JsonSerializable(typeof(DynamoDBEvent.DynamodbStreamRecord))]
[JsonSerializable(typeof(StreamsEventResponse))]
[JsonSerializable(typeof(ScheduledEvent))]
internal sealed partial class LambdaEventsJson : JsonSerializerContext;
