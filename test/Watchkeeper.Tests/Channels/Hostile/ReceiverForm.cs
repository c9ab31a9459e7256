using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Channels.Http;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Tests.Channels.Hostile;

/// <summary>A form in which a receiver gets messages: how the form is read, and its limits.</summary>
/// <param name="Kind">The channel.</param>
/// <param name="Read">What a text of the body means, by the object that holds it and its name there.</param>
/// <param name="Problem">What is wrong with a body by the receiver's limits; null if nothing is.</param>
internal sealed record ReceiverForm(
    ChannelKind Kind, Func<JsonElement, string, string, IEnumerable<string>> Read, Func<JsonElement, int, string?> Problem)
{
    private static readonly IHttpChannel[] Channels = [.. ChannelCatalogue.All];

    /// <summary>The settings that choose the form.</summary>
    public ImmutableArray<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>All forms.</summary>
    public static IReadOnlyDictionary<string, ReceiverForm> All { get; } = new Dictionary<string, ReceiverForm>(StringComparer.Ordinal)
    {
        ["slack"] = new(ChannelKind.Slack, ReadSlack, SlackProblem) { Settings = [("mentions", "here,U012AB3CD")] },
        ["teams"] = new(ChannelKind.Teams, ReadTeams, (_, size) => Above(size, 20_000))
        {
            Settings = [("mentions", "li.wei@example.com")],
        },
        ["pagerduty"] = new(ChannelKind.Pagerduty, ReadPagerduty, (json, size) =>
            Above(size, 512 * 1024) ?? Above(json.GetProperty("payload").GetProperty("summary").GetString()!.Length, 1024)),
        ["webhook"] = new(ChannelKind.Webhook, (_, _, _) => [], (_, size) => Above(size, 256 * 1024)),
        ["dingtalk"] = new(ChannelKind.Dingtalk, ReadDingtalk, (_, size) => Above(size, 20_000))
        {
            Settings = [("mentions", "13800000000")],
        },
        ["feishu"] = new(ChannelKind.Feishu, ReadFeishu, (_, size) => Above(size, 20_000))
        {
            Settings = [("mentions", "ou_7d8a6e6d,all")],
        },
        ["robot"] = new(ChannelKind.WechatRobot, ReadWecom, (json, _) => Above(Content(json), 4096))
        {
            Settings = [("mentions", "ann")],
        },
        // A message that calls nobody is markdown.
        ["robot for all"] = new(ChannelKind.WechatRobot, ReadWecom, (json, _) =>
            Above(Content(json), IsA(json, "msgtype", "text") ? 2048 : 4096))
        {
            Settings = [("mentions", "all")],
        },
        ["application"] = new(ChannelKind.Wechat, ReadWecom, (json, _) => Above(Content(json), 2048))
        {
            Settings = [("agent_id", "1000002"), ("to_user", "@all")],
        },
        ["application markdown"] = new(ChannelKind.Wechat, ReadWecom, (json, _) => Above(Content(json), 2048))
        {
            Settings = [("agent_id", "1000002"), ("message_type", "markdown")],
        },
    };

    /// <summary>The request for a message.</summary>
    public HttpCall Create(Message message) => Array.Find(Channels, channel => channel.Kind == Kind)!.Create(
        ChannelSamples.Delivery(
            Kind, message, Kind is ChannelKind.Pagerduty ? new string('a', 32) : "https://hook.example/secret", [.. Settings]));

    /// <summary>What the receiver makes of a body.</summary>
    public IReadOnlyList<string> MarksOf(JsonElement json) => [.. JsonMarks.Read(json, Read)];

    private static IEnumerable<string> ReadSlack(JsonElement owner, string name, string text) => name switch
    {
        // Plain text, in which no sign has a meaning, as long as emoji stay off.
        "text" when IsA(owner, "type", "plain_text") => text.AsSpan().IndexOfAny('<', '>') < 0 ? [] : [text],
        "text" or "fallback" => SlackMarks.Read(text),
        _ => [text],
    };

    // A run of text has no markup; a card computes dates wherever text stands, and Teams looks for mentions.
    private static IEnumerable<string> ReadTeams(JsonElement owner, string name, string text) => name switch
    {
        "text" when IsA(owner, "type", "TextRun") =>
            TeamsSigns.Where(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)),
        "url" => [HostOf(text)],
        "title" => [],
        _ => [text],
    };

    private static readonly string[] TeamsSigns = ["<at", "</at", "{{DATE(", "{{TIME("];

    // PagerDuty shows text as it is; its names are looked at in PagerdutyDetailsTests.
    private static IEnumerable<string> ReadPagerduty(JsonElement owner, string name, string text) => name switch
    {
        "event_action" or "severity" or "class" or "routing_key" or "dedup_key" => [text],
        "href" or "client_url" => [HostOf(text)],
        _ => [],
    };

    private static IEnumerable<string> ReadDingtalk(JsonElement owner, string name, string text) => name switch
    {
        // The phone's notification shows the title as it is, and the list of chats may read it.
        "text" or "title" => MarkdownMarks.Read(text).Concat(text.Split('@').Skip(1).Select(each => $"@{each}")),
        _ => [text],
    };

    private static IEnumerable<string> ReadFeishu(JsonElement owner, string name, string text) => name switch
    {
        "content" when IsA(owner, "tag", "plain_text") => [],
        // A client may look for tags after it has read the numbers.
        "content" => MarkdownMarks.Read(text)
            .Concat(WebUtility.HtmlDecode(text).Split('<').Skip(1).Select(each => $"<{each[..Math.Min(each.Length, 3)]}")),
        "url" => [HostOf(text)],
        _ => [text],
    };

    private static IEnumerable<string> ReadWecom(JsonElement owner, string name, string text) => (name, owner) switch
    {
        ("content", _) => text.StartsWith("**<font", StringComparison.Ordinal)
            ? MarkdownMarks.Read(text).Concat(WecomTextMarks.Read(text).Where(mark => mark.StartsWith('@')))
            : WecomTextMarks.Read(text),
        _ => [text],
    };

    private static string? SlackProblem(JsonElement json, int size)
    {
        var blocks = json.GetProperty("blocks").EnumerateArray()
            .Concat(json.GetProperty("attachments").EnumerateArray().SelectMany(each => each.GetProperty("blocks").EnumerateArray()))
            .ToList();
        var texts = blocks.Where(block => IsA(block, "type", "section")).Select(block => LengthOf(block.GetProperty("text")));
        return Above(blocks.Count, 50) ?? Above(texts.Max(), 3000) ?? Above(LengthOf(blocks[0].GetProperty("text")), 150)
            ?? Above(LengthOf(json), 40_000);

        static int LengthOf(JsonElement owner) => owner.GetProperty("text").GetString()!.Length;
    }

    private static int Content(JsonElement json) =>
        Encoding.UTF8.GetByteCount(json.GetProperty(json.GetProperty("msgtype").GetString()!).GetProperty("content").GetString()!);

    private static string? Above(int size, int limit) => size > limit ? $"{size} is more than {limit}" : null;

    private static bool IsA(JsonElement owner, string name, string value) =>
        owner.TryGetProperty(name, out var type) && type.ValueEquals(value);

    private static string HostOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? $"{uri.Scheme} {uri.Host}" : $"? {address}";
}
