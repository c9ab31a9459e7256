using System.Collections.Immutable;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>Alertmanager's <c>global</c>: the defaults of its channels.</summary>
internal static class GlobalKeys
{
    private const string Unused = "has no effect in Watchkeeper";

    /// <summary>The map.</summary>
    public static MapSchema Map { get; } = new("global", "Alertmanager's global settings", Keys());

    private static ImmutableArray<KeySchema> Keys() =>
    [
        new("resolve_timeout", Formats.Duration, "After which an alert without an end counts as over.")
        {
            Note = "has no effect: AWS says when an alarm ends, and the lifecycle ends what AWS does not",
        },
        .. new[]
        {
            Text("smtp_from"), Text("smtp_smarthost"), Text("smtp_hello"), Text("smtp_auth_username"), Text("smtp_auth_identity"),
            SecretKeys.Key(
                "smtp_auth_password", "The password."), SecretKeys.File("smtp_auth_password_file", "smtp_auth_password"),
            SecretKeys.Key("smtp_auth_secret", "The CRAM-MD5 secret."),
            new KeySchema("smtp_require_tls", Formats.Flag, "Whether TLS is needed."),
        }.Select(key => key with { Note = "has no effect: SES sends the mail" }),
        SecretKeys.Key(
            "slack_api_url", "The default address of Slack's webhook."), SecretKeys.File("slack_api_url_file", "slack_api_url"),
        SecretKeys.Key("opsgenie_api_key", "The default API key of Opsgenie."),
        SecretKeys.File("opsgenie_api_key_file", "opsgenie_api_key"), Text("opsgenie_api_url"),
        SecretKeys.Key("victorops_api_key", "The default API key of VictorOps."),
        SecretKeys.File("victorops_api_key_file", "victorops_api_key"), Text("victorops_api_url"),
        Text("pagerduty_url"), Text("telegram_api_url"), Text("webex_api_url"),
        Text("wechat_api_url"), Text("wechat_api_corp_id"),
        SecretKeys.Key("wechat_api_secret", "The default secret of WeChat Work."),
        HttpKeys.Key,
    ];

    private static KeySchema Text(string name) => new(name, Formats.Text, $"Alertmanager's {name}.")
    {
        Note = ChannelCatalogue.All.Any(channel => channel.Section.Keys.Any(key => key.Global == name)) ? null : Unused,
    };
}
