using Watchkeeper.Channels.Layout;

namespace Watchkeeper.Channels.Slack;

/// <summary>
/// Mentions that the configuration asks for («Formatting message text», mentions). What is no id mentions nobody.
/// </summary>
internal static class SlackMentions
{
    // More mentions than anybody needs; together they fit into one section.
    private const int MaxMentions = 50;
    private const int MaxId = 24;

    /// <summary>The mentions in mrkdwn; empty without one.</summary>
    /// <param name="setting">
    /// Ids of users (U…, W…) and groups (S…), <c>here</c>, <c>channel</c>, <c>everyone</c>; with commas.
    /// </param>
    public static string Write(string setting) => string.Join(' ', Mentions.Split(setting)
        .Select(WriteOne)
        .Where(mention => mention.Length > 0)
        .Take(MaxMentions));

    /// <summary>Says what is wrong with one mention; null if nothing is.</summary>
    public static string? Refuse(string text) => WriteOne(text.Trim()).Length > 0
        ? null
        : $"is «{text}», which mentions nobody: write the id of a user (U…, W…) or of a group (S…), here, channel or everyone";

    private static string WriteOne(string id) => id switch
    {
        "here" or "channel" or "everyone" => $"<!{id}>",
        "all" => "<!channel>",
        ['U' or 'W', ..] when IsId(id) => $"<@{id}>",
        ['S', ..] when IsId(id) => $"<!subteam^{id}>",
        _ => "",
    };

    private static bool IsId(string id) =>
        id.Length is > 1 and <= MaxId && id.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign));
}
