using System.Text.Json;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Schedules;

/// <summary>
/// Reads a scheduled event of EventBridge. An empty object, for an invocation by hand, counts as a scheduled event due now.
/// Total: every payload gives a <see cref="ScheduledRunResult"/>.
/// </summary>
internal static class ScheduledEventReader
{
    private const string Source = "aws.events";
    private const string DetailType = "Scheduled Event";

    private static readonly SourceGeneratorLambdaJsonSerializer<LambdaEventsJson> Serializer = new();

    /// <summary>Reads one payload.</summary>
    public static ScheduledRunResult Read(ReadOnlyMemory<byte> payload, DateTimeOffset now)
    {
        try
        {
            using var stream = new MemoryStream(payload.ToArray());
            return Serializer.Deserialize<ScheduledEvent?>(stream) switch
            {
                null => Rejected("$", "is null: expected an EventBridge event"),
                { Source: Source, DetailType: DetailType } scheduled =>
                    new ScheduledRunResult.Accepted(CreateRun(scheduled, now)),
                var byHand when IsEmpty(payload.Span) => new ScheduledRunResult.Accepted(CreateRun(byHand, now)),
                { Source: Source } => Foreign("$.detail-type", DetailType),
                _ => Foreign("$.source", Source),
            };
        }
        catch (JsonSerializerException unreadable)
        {
            // The serializer wraps every error. Only a JsonException inside has a path.
            var path = (unreadable.InnerException as JsonException)?.Path;
            return Rejected(path ?? "$", "is unreadable: expected an EventBridge event in JSON");
        }
    }

    private static ScheduledRunResult.Rejected Foreign(string path, string expected) =>
        Rejected(path, $"is not «{expected}»: this function accepts only its schedule");

    private static ScheduledRunResult.Rejected Rejected(string path, string reason) => new(new Rejection(path, reason));

    private static bool IsEmpty(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return reader.Read() && reader.TokenType is JsonTokenType.StartObject
            && reader.Read() && reader.TokenType is JsonTokenType.EndObject;
    }

    private static ScheduledRun CreateRun(ScheduledEvent scheduled, DateTimeOffset now)
    {
        var due = Utc(scheduled.Time);
        return new ScheduledRun
        {
            At = due == default || due > now ? now : due,
            Account = scheduled.Account ?? "",
            Rule = scheduled.Resources?.FirstOrDefault() ?? "",
        };
    }

    // EventBridge writes Z. .NET would read a time without a zone in the machine's own zone.
    private static DateTimeOffset Utc(DateTime time) => time.Kind is DateTimeKind.Unspecified
        ? new DateTimeOffset(time, TimeSpan.Zero)
        : new DateTimeOffset(time.ToUniversalTime());
}
