using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.EndToEnd.Screens;

/// <summary>
/// A message as the browser shows it, drawn by a reading of the receiver's rules that is independent of the product.
/// </summary>
/// <param name="Kind">The channel.</param>
/// <param name="Locale">The language.</param>
/// <param name="Label">What stands above it.</param>
/// <param name="Text">Its visible words.</param>
/// <param name="Marks">What the receiver makes of parts of it beyond text, in their order.</param>
/// <param name="Wider">Texts that are wider than what they stand in.</param>
/// <param name="Asked">Addresses that the page asked the network for.</param>
internal sealed record DrawnMessage(
    string Kind, string Locale, string Label, string Text, ImmutableArray<Mark> Marks, ImmutableArray<string> Wider,
    ImmutableArray<string> Asked)
{
    /// <summary>Draws every message of a folder.</summary>
    /// <param name="folder">The messages, by language and channel.</param>
    /// <param name="pictures">Where pictures are put; null for none.</param>
    public static async Task<ImmutableArray<DrawnMessage>> DrawAsync(string folder, string? pictures = null)
    {
        var output = await Browser.RunAsync("channels.js", pictures is null ? [folder] : [folder, pictures]);
        return
        [
            .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<DrawnMessage>(line, JsonSerializerOptions.Web)!),
        ];
    }
}

/// <summary>A mark: bold text, a link, a mention.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text.</param>
/// <param name="To">Where it leads to; empty for all but links and buttons.</param>
internal sealed record Mark(string Kind, string Text, string To);
