using System.Globalization;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Timers;

/// <summary>A timer as the body of a message: <c>{"at":"2026-11-30T12:00:30.0000000Z"}</c>.</summary>
internal static class TimerText
{
    public const string Expected = """expected a timer such as {"at":"2026-11-30T12:00:30.0000000Z"}""";

    public static string Write(DateTimeOffset at) =>
        $$"""{"at":"{{at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}}"}""";

    /// <summary>The time of a timer; null if the text is no timer.</summary>
    public static DateTimeOffset? Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return DateTimeOffset.TryParseExact(
                document.RootElement.Text("at"), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
                ? at.ToUniversalTime()
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
