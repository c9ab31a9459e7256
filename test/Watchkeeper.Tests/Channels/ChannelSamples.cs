using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Channels.Http;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Notification;

namespace Watchkeeper.Tests.Channels;

/// <summary>Deliveries and answers for tests of channels.</summary>
internal static class ChannelSamples
{
    public const string Incident = "inc-6924068912ab34cd56ef";

    /// <summary>Texts that a receiver may take for a mention, a link, a format or an emoji.</summary>
    public static readonly ImmutableArray<string> Texts =
    [
        "@all @所有人 @everyone @here @channel @13800000000",
        "<!channel> <!here|here> <!everyone> <@U012AB3CD> <@W012AB3CD|x> <!subteam^S012AB3CD> <#C012AB3CD>",
        "<at>li.wei@example.com</at> <at id=all></at> <AT>x</AT> <@li.wei>",
        "<https://evil.example|click> [click](https://evil.example) ![x](https://evil.example/x.png) https://evil.example",
        "*bold* _slanted_ ~struck~ `code` ```fence``` **bold** __bold__ ~~struck~~",
        "> quote", "• item", "- item", "1. item", "# heading", "| a | b |", "&lt;!channel&gt;", "&amp;lt;",
        ":fire: :+1: :100: :1234: ::skin-tone-2: :ありがとう: a:b:c arn:aws:sns:eu-central-1:1:x",
        "{{DATE(2026-11-30T01:02:03Z, SHORT)}} {{time(2026-11-30T01:02:03Z)}} {{7*7}} ${7*7} @{triggerBody()}",
        "`", "``", "*", "|", "<", ">", "&", "_", "~", ":", "\\", "\"", "‮abc", "🔥", "👨‍👩‍👧‍👦", "\ud83d",
        new string('a', 100_000), string.Concat(Enumerable.Repeat("<@U1>&`*", 12_500)), new string('警', 100_000),
    ];

    /// <summary>The alarm that the examples are about, with what it measured.</summary>
    public static TimelineEntry Opened { get; } = SampleAlarms.Measured(Transition.Opened);

    /// <summary>Every kind of entry, with hostile text in each field that an event fills.</summary>
    public static IEnumerable<TimelineEntry> Hostile(string text) =>
        HostileEntries.Together(text).Select(pair => pair.Hostile);

    /// <summary>All hostile texts.</summary>
    public static IEnumerable<string> HostileTexts => HostileText.Names.Select(HostileText.Get).Concat(Texts);

    public static Message Message(TimelineEntry entry, Locale locale = Locale.English) =>
        MessageRenderer.Render(entry, SampleAlarms.DryRun(locale));

    public static HttpDelivery Delivery(
        ChannelKind kind, Message message, string address = "https://hook.example/secret",
        params (string Name, string Value)[] settings) => new(
            message,
            new Channel(kind, address)
            {
                Settings = LabelSet.From(settings.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))),
            },
            "0123456789abcdef0123456789abcdef",
            SampleEntries.Began.AddSeconds(3));

    public static JsonElement Json(this HttpCall call)
    {
        using var document = JsonDocument.Parse(call.Body);
        return document.RootElement.Clone();
    }

    public static HttpAnswer Answer(int status, string body = "", params (string Name, string Value)[] headers)
    {
        var answer = new HttpAnswer(status, body, SampleEntries.Began);
        return answer with
        {
            Headers = answer.Headers.AddRange(headers.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))),
        };
    }

    /// <summary>A result in one line: «retry 30: …», «give up: …», «sent: …».</summary>
    public static string Tell(this SendResult result) => result switch
    {
        SendResult.Sent sent => $"sent: {sent.MessageId}",
        SendResult.Retry retry => $"retry {retry.After?.TotalSeconds}: {retry.Reason}",
        SendResult.GiveUp refusal => $"give up: {refusal.Reason}",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>All texts of a body.</summary>
    public static IEnumerable<string> Strings(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => member.Value.Strings().Append(member.Name)),
        _ => [],
    };
}
