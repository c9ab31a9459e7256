using System.Collections.Immutable;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Channels.Sections;
using Watchkeeper.Cli.Configuring.Schema;
using Watchkeeper.Routing;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>The channels of a receiver, with Alertmanager's keys where it has them.</summary>
internal static class ChannelKeys
{
    private static readonly KeySchema SendResolved = new(
        "send_resolved", Formats.Flag, "Whether the end of an incident is told too.");

    /// <summary>The keys of all kinds of channels.</summary>
    public static ImmutableArray<KeySchema> All { get; } =
    [
        Kind(
            "sns_configs", "an SNS topic or phone number", "SNS topics: mail, SMS and push by their subscriptions.",
            note: null, Sns()),
        Kind("email_configs", "a mail address", "Mail addresses, reached by SES.", note: null, Email(), NoMailKeys),
        .. ChannelCatalogue.All.Select(channel => From(channel.Section)),
        .. AlertmanagerChannels.NotSentTo,
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

    private static KeySchema From(ChannelSection section)
    {
        ImmutableArray<KeySchema> keys =
        [
            .. section.Keys.Select(key => new KeySchema(key.Name, ValueOf(key), key.Description)),
            .. TemplateKeys.For(section.Template),
        ];
        return Kind(
            section.Name, section.Form, section.Description, note: null,
            keys.Concat(AlertmanagerChannels.WithoutEffect(section.Name, keys.Select(key => key.Name))));
    }

    private static ValueSchema ValueOf(ChannelKey key) => key.Form switch
    {
        ChannelKeyForm.Secret => SecretKeys.Value,
        ChannelKeyForm.Texts => new ListSchema(
            "a list of texts", new TextSchema(GoTemplates.Text.Form, key.Refuse) { Refusal = GoTemplates.Text.Refusal }),
        ChannelKeyForm.Flag => Formats.Flag,
        _ when !key.Choices.IsEmpty => new ChoiceSchema([.. key.Choices]),
        _ => GoTemplates.Text,
    };

    /// <summary>The list of one kind of channel.</summary>
    internal static KeySchema Kind(
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
        new("phone_number", Addresses.Phone, "A phone number in international form, for SMS, or a reference to it."),
        new("target_arn", Addresses.Target, "The ARN of an endpoint of a mobile app, or a reference to it."),
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
        .. TemplateKeys.For(TemplateForm.Lines),
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

    private static KeySchema Text(string name) => new(name, Formats.Text, $"Alertmanager's {name}.");
}
