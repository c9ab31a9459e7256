using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.DynamoDBEvents;

namespace Watchkeeper.Packages.Tests.Lambda;

public sealed record Order(string Id);

public sealed record Parcel(byte[] Label, MemoryStream? Photo, DateTime Sent, string? Note);

[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Parcel))]
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(CloudWatchEvent<Order>))]
[JsonSerializable(typeof(DynamoDBEvent))]
[JsonSerializable(typeof(StreamsEventResponse))]
public sealed partial class LambdaTestJson : JsonSerializerContext;
