namespace Watchkeeper.Channels.Layout;

/// <summary>The markup of a receiver. Every text that it gets is inert (<see cref="Text.InertText"/>) and not yet escaped.</summary>
internal interface IMarkup
{
    /// <summary>The text, in which the receiver finds no format, link, mention or emoji name.</summary>
    string Text(string text);

    /// <summary>The text in bold.</summary>
    string Bold(string text);

    /// <summary>A link with a name. <paramref name="address"/> is https.</summary>
    string Link(string name, string address);

    /// <summary>Joins lines, each of which the receiver shows as a line of its own.</summary>
    string Join(IEnumerable<string> lines);
}
