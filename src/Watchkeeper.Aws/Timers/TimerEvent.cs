using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Timers;

/// <summary>An event of Amazon SQS whose messages are timers («Using Lambda with Amazon SQS», Lambda's developer guide).</summary>
public static class TimerEvent
{
    private const string Source = "aws:sqs";

    /// <summary>Reads an event. Total: null if the payload is no event of Amazon SQS.</summary>
    /// <param name="payload">The payload from Lambda.</param>
    public static TimerBatch? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var records = document.RootElement.Get("Records").Items().ToList();
            return records.Exists(record => record.Text("eventSource") == Source) ? Read(records) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Writes the event that Lambda makes of messages.</summary>
    /// <param name="queueArn">The ARN of the queue.</param>
    /// <param name="bodies">The bodies of the messages.</param>
    public static ReadOnlyMemory<byte> Write(string queueArn, params IEnumerable<string> bodies)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("Records");
            foreach (var body in bodies)
            {
                writer.WriteStartObject();
                writer.WriteString("body", body);
                writer.WriteString("eventSource", Source);
                writer.WriteString("eventSourceARN", queueArn);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Writes the event that Lambda makes of timers.</summary>
    /// <param name="queueArn">The ARN of the queue.</param>
    /// <param name="times">The time of each timer.</param>
    public static ReadOnlyMemory<byte> Write(string queueArn, params IEnumerable<DateTimeOffset> times) =>
        Write(queueArn, times.Select(TimerText.Write));

    private static TimerBatch Read(List<JsonElement> records)
    {
        var timers = ImmutableArray.CreateBuilder<DateTimeOffset>();
        var rejected = ImmutableArray.CreateBuilder<RejectedTimer>();
        foreach (var (index, record) in records.Index())
        {
            var body = record.Text("body");
            if (record.Text("eventSource") == Source && TimerText.Read(body) is { } at)
                timers.Add(at);
            else
                rejected.Add(new RejectedTimer(body, new Rejection($"$.Records[{index}].body", $"is no timer: {TimerText.Expected}")));
        }

        return new TimerBatch(timers.ToImmutable(), rejected.ToImmutable());
    }
}
