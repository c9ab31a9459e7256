using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>A receiver: a named list of channels, with the language and the time zone of its readers.</summary>
internal static class ReceiverKeys
{
    private static readonly string[] Later =
    [
        "msteams_configs", "msteamsv2_configs", "jira_configs", "rocketchat_configs", "incidentio_configs", "mattermost_configs",
    ];

    private const string Instead =
        "neither Alertmanager nor Watchkeeper has it: see feishu_configs, msteamsv2_configs, and phone_number of sns_configs";

    // What people write in the hope that it exists.
    private static readonly string[] Never = ["lark_configs", "teams_configs", "sms_configs"];

    /// <summary>A receiver.</summary>
    public static MapSchema Map { get; } = new(
        "receiver", "a receiver",
        [
            new KeySchema("name", Formats.Name, "The name that routes refer to.") { IsRequired = true },
            new KeySchema("locale", Formats.Locale, "The language of its messages. Default: the file's."),
            new KeySchema("time_zone", Formats.TimeZone, "The time zone of its readers. Default: the file's."),
            new KeySchema(
                "fallback", Formats.Name, "The receiver that is told in its place when one of its channels gives a message up."),
            .. ChannelKeys.All,
        ])
    {
        Misplaced = Later
            .Select(name => (Name: name, Place: "Alertmanager has it since a version after 0.25, whose keys are read here"))
            .Concat(Never.Select(name => (Name: name, Place: Instead)))
            .Where(each => ChannelKeys.All.All(key => key.Name != each.Name))
            .ToDictionary(each => each.Name, each => each.Place, StringComparer.Ordinal),
    };
}
