using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Channels.Http;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Tests.Notification;

namespace Watchkeeper.Tests.Channels.Groups;

/// <summary>Deliveries to receivers of group chats, and their answers.</summary>
internal static class GroupDeliveries
{
    public const string Incident = "inc-6924068912ab34cd56ef";

    /// <summary>When each attempt is made: 1,795,507,200 seconds after 1970.</summary>
    public static DateTimeOffset At { get; } = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    public static Message Opened(Locale locale = Locale.English) => Message(SampleAlarms.Measured(Transition.Opened), locale);

    public static Message Message(TimelineEntry entry, Locale locale = Locale.English) =>
        MessageRenderer.Render(entry, SampleAlarms.DryRun(locale));

    public static HttpDelivery Create(
        ChannelKind kind, string address, Message message, params (string Key, string Value)[] settings) =>
        new(message, Channel(kind, address, settings), "key-1", At);

    public static Channel Channel(ChannelKind kind, string address, params (string Key, string Value)[] settings) =>
        new(kind, address)
        {
            Settings = LabelSet.From(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))),
        };

    public static JsonElement Json(HttpCall call) => JsonElement.Parse(call.Body!);

    public static HttpAnswer Answer(int status, string body, params (string Name, string Value)[] headers) =>
        new(status, body, At)
        {
            Headers = headers.ToImmutableDictionary(
                header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
        };

    /// <summary>The class, reason and delay of a result in one line.</summary>
    public static string Describe(SendResult result) => result switch
    {
        SendResult.Sent sent => $"sent: {sent.MessageId}",
        SendResult.Retry { After: { } after } retry => $"retry after {after.TotalSeconds} s: {retry.Reason}",
        SendResult.Retry retry => $"retry: {retry.Reason}",
        SendResult.GiveUp refused => $"give up: {refused.Reason}",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
