using System.Buffers;
using System.Collections.Immutable;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Channels.Layout;

/// <summary>Whom a channel mentions, as its configuration asks, in messages that call for somebody.</summary>
/// <param name="Everybody">Whether everybody in the group.</param>
/// <param name="Ids">The ids of people, at most <see cref="Max"/>; all of the receiver's alphabet.</param>
internal sealed record Mentions(bool Everybody, ImmutableArray<string> Ids)
{
    /// <summary>The setting with the ids, separated by commas.</summary>
    public const string Setting = "mentions";

    /// <summary>More people than that are everybody, and their ids leave too little room for the message.</summary>
    public const int Max = 20;

    // The longest id of the three receivers.
    private const int MaxLength = 64;

    private const string All = "all";

    /// <summary>The setting for a message; empty if nobody has to do anything about it, such as after the end.</summary>
    public static string SettingFor(Channel channel, MessageContent content) =>
        content.CallsPeople ? channel.Settings[Setting] : "";

    /// <summary>The mentions of a setting, each as it is written.</summary>
    public static string[] Split(string setting) => setting
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The mentions of a message. An id that the receiver cannot have is omitted: it could end the markup.</summary>
    public static Mentions From(Channel channel, MessageContent content, SearchValues<char> alphabet)
    {
        var ids = Split(SettingFor(channel, content))
            .Select(id => id.TrimStart('@'))
            .Distinct(StringComparer.Ordinal).ToList();
        return new Mentions(ids.Exists(IsAll), [.. ids.Where(id => !IsAll(id) && IsId(id, alphabet)).Take(Max)]);
    }

    /// <summary>Says what is wrong with ids of an alphabet, for the check of the configuration.</summary>
    public static Func<string, string?> RefuseOutside(SearchValues<char> alphabet) => text =>
        text.Trim().TrimStart('@') is var id && (IsAll(id) || IsId(id, alphabet))
            ? null
            : $"is «{text}», which cannot be an id: it would mention nobody";

    private static bool IsId(string id, SearchValues<char> alphabet) =>
        id.Length is > 0 and <= MaxLength && !id.AsSpan().ContainsAnyExcept(alphabet);

    private static bool IsAll(string id) => id.Equals(All, StringComparison.OrdinalIgnoreCase);
}
