using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>
/// Alertmanager's channels besides SNS and mail, with the keys of its version 0.25. Watchkeeper sends to some of them
/// (<see cref="ChannelCatalogue"/>); the others are kept, and the default topic and mail address stand in.
/// </summary>
internal static class AlertmanagerChannels
{
    /// <summary>What a channel means that Watchkeeper does not send to.</summary>
    public const string NotSent = "is kept and not sent to by this version: the default topic and mail address stand in";

    private const string Unused = "has no effect in Watchkeeper, which writes its own messages";

    private static readonly (string Name, string Form, string Description, Func<IEnumerable<KeySchema>> Keys)[] All =
    [
        ("slack_configs", "a Slack channel", "Slack.", Slack),
        ("webhook_configs", "a webhook", "Webhooks.", Webhook),
        ("wechat_configs", "a WeChat Work application", "WeChat Work.", WeChat),
        ("pagerduty_configs", "a PagerDuty service", "PagerDuty.", PagerDuty),
        ("opsgenie_configs", "an Opsgenie team", "Opsgenie.", Opsgenie),
        ("victorops_configs", "a VictorOps team", "VictorOps.", VictorOps),
        ("pushover_configs", "a Pushover user", "Pushover.", Pushover),
        ("telegram_configs", "a Telegram chat", "Telegram.", Telegram),
        ("webex_configs", "a Webex room", "Webex.", Webex),
        ("discord_configs", "a Discord channel", "Discord.", Discord),
    ];

    /// <summary>The channels that Watchkeeper does not send to.</summary>
    public static IEnumerable<KeySchema> NotSentTo => All
        .Where(each => ChannelCatalogue.All.All(channel => channel.Section.Name != each.Name))
        .Select(each => ChannelKeys.Kind(each.Name, each.Form, each.Description, NotSent, each.Keys()));

    /// <summary>Alertmanager's keys of a channel that Watchkeeper sends to and does not use itself.</summary>
    /// <param name="name">The list's key.</param>
    /// <param name="used">The keys that it uses.</param>
    public static IEnumerable<KeySchema> WithoutEffect(string name, IEnumerable<string> used) => All
        .Where(each => each.Name == name)
        .SelectMany(each => each.Keys()).ExceptBy(used, key => key.Name, StringComparer.Ordinal)
        .Select(key => key with { Note = key.Note ?? (key.Refusal is null ? Unused : null) });

    private static IEnumerable<KeySchema> Slack() =>
    [
        SecretKeys.Key("api_url", "The address of the incoming webhook."), SecretKeys.File("api_url_file", "api_url"),
        .. GoTemplates.Keys(
            "slack_configs", "channel", "username", "color", "title", "title_link", "pretext", "text", "footer", "fallback",
            "callback_id", "icon_emoji", "icon_url", "image_url", "thumb_url"),
        new("fields", new ListSchema("a list of fields", new MapSchema(
            "slack_field", "a field",
            [.. GoTemplates.Keys("a field", "title", "value"), new("short", Formats.Flag, "Side by side.")])), "Fields."),
        new("actions", new ListSchema("a list of buttons", new MapSchema(
            "slack_action", "a button",
            [
                .. GoTemplates.Keys("a button", "type", "text", "url", "style", "name", "value"),
                new("confirm", new MapSchema(
                    "slack_confirmation", "a confirmation",
                    [.. GoTemplates.Keys("a confirmation", "title", "text", "ok_text", "dismiss_text")]), "A confirmation."),
            ])), "Buttons."),
        new("short_fields", Formats.Flag, "Fields side by side."),
        new("link_names", Formats.Flag, "Whether names are linked."),
        new("mrkdwn_in", new ListSchema("a list of parts", Formats.Text), "Parts with markup."),
        HttpKeys.Key,
    ];

    private static IEnumerable<KeySchema> Webhook() =>
    [
        SecretKeys.Key("url", "The address that is posted to."),
        new("max_alerts", new NumberSchema(0, int.MaxValue), "The most alerts of a message; 0 for all."),
        HttpKeys.Key,
    ];

    private static IEnumerable<KeySchema> WeChat() =>
    [
        SecretKeys.Key("api_secret", "The application's secret."), Text("api_url"), Text("corp_id"),
        .. GoTemplates.Keys("wechat_configs", "message", "agent_id", "to_user", "to_party", "to_tag"),
        new("message_type", new ChoiceSchema("text", "markdown"), "Text or markdown."),
        HttpKeys.Key,
    ];

    private static IEnumerable<KeySchema> PagerDuty() =>
    [
        SecretKeys.Key(
            "routing_key", "The key of an Events API v2 integration."), SecretKeys.File("routing_key_file", "routing_key"),
        SecretKeys.Key(
            "service_key", "The key of an Events API v1 integration."), SecretKeys.File("service_key_file", "service_key"),
        Text("url"),
        .. GoTemplates.Keys(
            "pagerduty_configs", "client", "client_url", "description", "source", "severity", "class", "component", "group"),
        new("details", new DictionarySchema("a map of details", GoTemplates.Text), "Details."),
        new("images", new ListSchema("a list of images", new MapSchema(
            "pagerduty_image", "an image", [.. GoTemplates.Keys("an image", "src", "alt", "href")])), "Images."),
        new("links", new ListSchema("a list of links", new MapSchema(
            "pagerduty_link", "a link", [.. GoTemplates.Keys("a link", "href", "text")])), "Links."),
        HttpKeys.Key,
    ];

    private static IEnumerable<KeySchema> Opsgenie() =>
    [
        SecretKeys.Key("api_key", "The API key."), SecretKeys.File("api_key_file", "api_key"), Text("api_url"),
        .. GoTemplates.Keys(
            "opsgenie_configs", "message", "description", "source", "entity", "actions", "tags", "note", "priority"),
        new("details", new DictionarySchema("a map of details", GoTemplates.Text), "Details."),
        new("responders", new ListSchema("a list of responders", new MapSchema(
            "opsgenie_responder", "a responder",
            [.. GoTemplates.Keys("a responder", "id", "name", "username", "type")])), "Responders."),
        new("update_alerts", Formats.Flag, "Whether alerts are updated."),
        HttpKeys.Key,
    ];

    private static IEnumerable<KeySchema> VictorOps() =>
    [
        SecretKeys.Key("api_key", "The API key."), SecretKeys.File("api_key_file", "api_key"), Text("api_url"),
        .. GoTemplates.Keys(
            "victorops_configs", "routing_key", "message_type", "state_message", "entity_display_name", "monitoring_tool"),
        new("custom_fields", new DictionarySchema("a map of fields", GoTemplates.Text), "Further fields."),
        HttpKeys.Key,
    ];

    private static IEnumerable<KeySchema> Pushover() =>
    [
        SecretKeys.Key("user_key", "The user's key."), SecretKeys.Key("token", "The application's token."),
        .. GoTemplates.Keys("pushover_configs", "title", "message", "url", "url_title", "sound", "priority"),
        new("retry", Formats.Duration, "How often a message is repeated."),
        new("expire", Formats.Duration, "How long it is repeated."),
        new("html", Formats.Flag, "Whether the message is HTML."),
        HttpKeys.Key,
    ];

    private static IEnumerable<KeySchema> Telegram() =>
    [
        SecretKeys.Key("bot_token", "The bot's token."), Text("api_url"),
        new("chat_id", new NumberSchema(long.MinValue, long.MaxValue), "The chat's id."),
        .. GoTemplates.Keys("telegram_configs", "message"),
        new("disable_notifications", Formats.Flag, "Whether messages are silent."),
        new("parse_mode", new ChoiceSchema("MarkdownV2", "Markdown", "HTML", ""), "The markup."),
        HttpKeys.Key,
    ];

    private static IEnumerable<KeySchema> Webex() =>
        [Text("api_url"), Text("room_id"), .. GoTemplates.Keys("webex_configs", "message"), HttpKeys.Key];

    private static IEnumerable<KeySchema> Discord() =>
    [
        SecretKeys.Key("webhook_url", "The webhook's address."),
        .. GoTemplates.Keys("discord_configs", "title", "message"),
        HttpKeys.Key,
    ];

    private static KeySchema Text(string name) => new(name, Formats.Text, $"Alertmanager's {name}.");
}
