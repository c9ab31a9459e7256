using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>
/// Times in events: ISO 8601 text, or a number since 1970 UTC. Numbers are seconds (DynamoDB, SQS), except that a whole number
/// too great for a sensible date is milliseconds (Kinesis). Written as ISO 8601.
/// </summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    /// <summary>
    /// Seconds of the whole calendar from year 1 to 5000; in milliseconds since 1970 the same number is the year 1974.
    /// </summary>
    private const long LargestSeconds = 157_753_180_800;

    /// <inheritdoc/>
    /// <exception cref="JsonSerializerException">The value is neither.</exception>
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out var date))
            return date;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var whole))
            return whole > LargestSeconds ? DateTime.UnixEpoch.AddMilliseconds(whole) : DateTime.UnixEpoch.AddSeconds(whole);
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var seconds))
            return DateTime.UnixEpoch.AddSeconds(seconds);

        throw new JsonSerializerException($"Not a time: {reader.TokenType}");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
