using System.Collections.Immutable;
using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>The channels of a receiver, each with Alertmanager's keys.</summary>
internal static class ChannelKeys
{
    private const string NotSent = "is kept and not sent to by this version: the default topic and mail address stand in";

    private static readonly KeySchema SendResolved = new(
        "send_resolved", Formats.Flag, "Whether the end of an incident is told too.");

    /// <summary>The keys of all kinds of channels.</summary>
    public static ImmutableArray<KeySchema> All { get; } =
    [
        Kind(
            "sns_configs", "an SNS topic or phone number", "SNS topics: mail, SMS and push by their subscriptions.",
            note: null, Sns()),
        Kind("email_configs", "a mail address", "Mail addresses, reached by SES.", note: null, Email(), NoMailKeys),
        Kind("slack_configs", "a Slack channel", "Slack.", NotSent, Slack()),
        Kind("webhook_configs", "a webhook", "Webhooks.", NotSent, Webhook()),
        Kind("wechat_configs", "a WeChat Work application", "WeChat Work.", NotSent, WeChat()),
        Kind("pagerduty_configs", "a PagerDuty service", "PagerDuty.", NotSent, PagerDuty()),
        Kind("opsgenie_configs", "an Opsgenie team", "Opsgenie.", NotSent, Opsgenie()),
        Kind("victorops_configs", "a VictorOps team", "VictorOps.", NotSent, VictorOps()),
        Kind("pushover_configs", "a Pushover user", "Pushover.", NotSent, Pushover()),
        Kind("telegram_configs", "a Telegram chat", "Telegram.", NotSent, Telegram()),
        Kind("webex_configs", "a Webex room", "Webex.", NotSent, Webex()),
        Kind("discord_configs", "a Discord channel", "Discord.", NotSent, Discord()),
    ];

    // What people write in mails, and Alertmanager never had.
    private static ImmutableDictionary<string, string> NoMailKeys => ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("subject", "Alertmanager has «headers: {Subject: …}», and Watchkeeper writes its own"),
            KeyValuePair.Create("body", "Alertmanager has html and text, and Watchkeeper writes its own"),
            KeyValuePair.Create("cc", "name every address in to, separated by commas"),
            KeyValuePair.Create("bcc", "name every address in to, separated by commas"),
        ]);

    private static KeySchema Kind(
        string name, string form, string description, string? note, IEnumerable<KeySchema> keys,
        ImmutableDictionary<string, string>? misplaced = null)
    {
        var map = new MapSchema(name[..^1], form, [SendResolved, .. keys])
        {
            Misplaced = misplaced ?? ImmutableDictionary<string, string>.Empty,
        };
        return new KeySchema(name, new ListSchema($"a list, each {form}", map), description) { Note = note };
    }

    private static IEnumerable<KeySchema> Sns() =>
    [
        new("topic_arn", Addresses.Topic, "The topic's ARN, a reference to it, or default: the topic of the installation."),
        new("phone_number", Addresses.Phone, "A phone number in international form, for SMS.") { Note = NotSent },
        new("target_arn", Addresses.Target, "The ARN of an endpoint of a mobile app.") { Note = NotSent },
        .. GoTemplates.Keys("sns_configs", "subject", "message"),
        new("attributes", new DictionarySchema("a map of attributes", GoTemplates.Text), "Message attributes.") { Note = Unused },
        new("api_url", Formats.Text, "Another endpoint of SNS.") { Note = Unused },
        new("sigv4", SigV4, "Credentials for SNS.") { Note = "has no effect: the function's own role sends" },
        HttpKeys.Key,
    ];

    private const string Unused = "has no effect in Watchkeeper";

    private static MapSchema SigV4 => new(
        "sigv4", "AWS credentials",
        new KeySchema("region", Formats.Text, "The region."),
        SecretKeys.Key("access_key", "The access key."),
        SecretKeys.Key("secret_key", "The secret key."),
        new KeySchema("profile", Formats.Text, "The profile."),
        new KeySchema("role_arn", Formats.Text, "The role to assume."));

    private static IEnumerable<KeySchema> Email() =>
    [
        new("to", Addresses.Mail, "Mail addresses, separated by commas, a reference, or default: the installation's address.")
        {
            IsRequired = true,
        },
        new("from", Formats.Text, "The sender.") { Note = ByParameter },
        .. Smtp().Select(key => key with { Note = "has no effect: SES sends the mail" }),
        new("headers", new DictionarySchema("a map of mail headers", GoTemplates.Text), "Mail headers.") { Note = Unused },
        .. GoTemplates.Keys("email_configs", "html", "text"),
    ];

    private const string ByParameter = "has no effect: the template's parameter names the sender";

    private static IEnumerable<KeySchema> Smtp() =>
    [
        Text("hello"), Text("smarthost"), Text("auth_username"), Text("auth_identity"),
        SecretKeys.Key("auth_password", "The password."), SecretKeys.File("auth_password_file", "auth_password"),
        SecretKeys.Key("auth_secret", "The CRAM-MD5 secret."),
        new("require_tls", Formats.Flag, "Whether TLS is needed."),
        HttpKeys.TlsKey,
    ];

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
