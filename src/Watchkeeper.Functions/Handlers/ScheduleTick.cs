using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Watchkeeper.Functions.Hosting;

namespace Watchkeeper.Functions.Handlers;

/// <summary>Reads the event of a schedule; see «Creating an EventBridge rule that runs on a schedule».</summary>
internal static class ScheduleTick
{
    private static readonly SourceGeneratorLambdaJsonSerializer<LambdaEventsJson> Serializer = new();

    /// <summary>
    /// When the schedule ticked, which may be a while ago where EventBridge had to try again. A person who invokes the function by
    /// hand gives an empty object, which asks for the same thing as of now.
    /// </summary>
    /// <exception cref="JsonSerializerException">The payload is no event.</exception>
    public static DateTimeOffset Read(Stream payload, DateTimeOffset now)
    {
        var tick = Serializer.Deserialize<ScheduledEvent>(payload).Time;
        var at = tick.Kind is DateTimeKind.Unspecified ? new DateTimeOffset(tick, TimeSpan.Zero) : new DateTimeOffset(tick.ToUniversalTime());
        return at == default || at > now ? now : at;
    }
}
