using System.Collections.Immutable;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Cli.Configuring.Values;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Each channel knows where to send to: by itself, or by Alertmanager's global settings.</summary>
internal static class ChannelAddresses
{
    private static readonly string[] Topics = ["topic_arn", "target_arn", "phone_number"];

    // A key in a file of its own, as Alertmanager has it for secrets, is refused elsewhere.
    private static readonly ImmutableArray<(string Channel, ImmutableArray<string> Keys, ImmutableArray<string> Global)> Needed =
    [
        .. ChannelCatalogue.All.SelectMany(
            channel => channel.Section.Keys.Where(key => key.IsRequired),
            (channel, key) => (
                channel.Section.Name,
                ImmutableArray.Create(key.Name, $"{key.Name}_file"),
                key.Global is { } global ? ImmutableArray.Create(global, $"{global}_file") : [])),
        ("opsgenie_configs", ["api_key", "api_key_file"], ["opsgenie_api_key", "opsgenie_api_key_file"]),
        ("victorops_configs", ["api_key", "api_key_file"], ["victorops_api_key", "victorops_api_key_file"]),
        ("victorops_configs", ["routing_key"], []),
        ("pushover_configs", ["user_key"], []),
        ("pushover_configs", ["token"], []),
        ("telegram_configs", ["bot_token"], []),
        ("telegram_configs", ["chat_id"], []),
        ("webex_configs", ["room_id"], []),
        ("discord_configs", ["webhook_url"], []),
    ];

    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        var global = root.Map("global");
        foreach (var receiver in root.Maps("receivers"))
        {
            foreach (var topic in receiver.Maps("sns_configs"))
                CheckTopic(topic, problems);
            foreach (var (channel, keys, defaults) in Needed)
            {
                if (defaults.Any(key => global?.Mentions(key) == true))
                    continue;
                foreach (var config in receiver.Maps(channel).Where(config => !keys.Any(config.Mentions)))
                {
                    problems.Error(
                        config.Position, $"{config.Path}.{keys[0]}", $"is missing: without it {Kind(channel)} reaches nobody");
                }
            }

            CheckFiles(receiver, problems);
        }

        if (global is not null)
            CheckFiles(global, problems);
    }

    private static void CheckTopic(CheckedMap topic, ProblemSink problems)
    {
        var given = Topics.Where(topic.Mentions).ToList();
        if (given.Count == 0)
            problems.Error(topic.Position, $"{topic.Path}.topic_arn", "is missing: give topic_arn, target_arn or phone_number");
        else if (given.Count > 1)
            problems.Error(topic.At(given[1]), $"{topic.Path}.{given[1]}", $"stands beside {given[0]}: give one of them");
    }

    // At most one of a secret and the file with it, as Alertmanager has it.
    private static void CheckFiles(CheckedMap part, ProblemSink problems)
    {
        foreach (var member in part.Members)
        {
            switch (member.Value)
            {
                case CheckedMap below:
                    CheckFiles(below, problems);
                    break;
                case CheckedList list:
                    foreach (var item in list.Items.OfType<CheckedMap>())
                        CheckFiles(item, problems);
                    break;
                case CheckedText when member.Name.EndsWith("_file", StringComparison.Ordinal) && part.Has(member.Name[..^5]):
                    problems.Error(member.Position, member.Value.Path, $"stands beside {member.Name[..^5]}: give one of them");
                    break;
            }
        }
    }

    private static string Kind(string channel) => channel[..^"_configs".Length];
}
