using System.Collections.Immutable;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Sections;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Configuration.Reading;

/// <summary>Reads a channel by HTTPS: by its section alone, so that a new kind needs nothing here.</summary>
/// <param name="channel">The kind.</param>
/// <param name="global">The defaults of all channels; null without them.</param>
internal sealed class ChannelReader(IHttpChannel channel, ContentPart? global)
{
    // Go templates are not evaluated; what one would have said is unknown.
    private const string GoTemplate = "{{";

    /// <summary>The channel; null if the part does not say whom it reaches.</summary>
    public Channel? Read(ContentPart part)
    {
        var given = channel.Section.Keys
            .Select(key => (Key: key, Value: Value(part, key)))
            .Where(each => each.Value is { Length: > 0 }).ToList();
        if (channel.Section.Keys.Any(key => key.IsRequired && given.TrueForAll(each => each.Key != key)))
            return null;
        var address = given.Where(each => each.Key.IsAddress).Select(each => each.Value).ToImmutableArray();
        var tellsEnd = part.Flag("send_resolved") ?? channel.Section.TellsEnd;
        return address.IsEmpty ? null : new Channel(channel.Kind, string.Join(' ', address), tellsEnd)
        {
            // The one address is not said twice: each row about a message holds it.
            Settings = LabelSet.From(given
                .Where(each => !each.Key.IsAddress || address.Length > 1)
                .Select(each => KeyValuePair.Create(each.Key.Name, each.Value!))),
        };
    }

    private string? Value(ContentPart part, ChannelKey key) =>
        Own(part, key) ?? (key.Global is { } name && global is { } defaults ? Plain(defaults.Text(name)) : null);

    private static string? Own(ContentPart part, ChannelKey key) => key.Form switch
    {
        ChannelKeyForm.Texts when part.Has(key.Name) => string.Join(',', part.Texts(key.Name)),
        ChannelKeyForm.Flag => part.Flag(key.Name) is { } flag ? flag ? "true" : "false" : null,
        ChannelKeyForm.Texts => null,
        _ => Plain(part.Text(key.Name)),
    };

    private static string? Plain(string? text) =>
        text is not null && text.Contains(GoTemplate, StringComparison.Ordinal) ? null : text;
}
