using System.Text.Json;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Run;

/// <summary>The event that EventBridge sends for a schedule.</summary>
internal static class ScheduledEventJson
{
    /// <summary>Creates the scheduled event of a schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="names">The account, region and stack of the schedule.</param>
    /// <param name="now">The time of the event.</param>
    public static ReadOnlyMemory<byte> Create(Schedule schedule, PhysicalNames names, DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("version", "0");
            writer.WriteString(
                "id",
                Signals.StableHash.Compute(schedule.Name, now.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
            writer.WriteString("detail-type", "Scheduled Event");
            writer.WriteString("source", "aws.events");
            writer.WriteString("account", names.Account);
            writer.WriteString(
                "time", now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteString("region", names.Region);
            writer.WriteStartArray("resources");
            writer.WriteStringValue($"arn:aws:events:{names.Region}:{names.Account}:rule/watchkeeper-{schedule.Name}");
            writer.WriteEndArray();
            writer.WriteStartObject("detail");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
