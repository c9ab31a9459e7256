namespace Watchkeeper.Channels.Layout;

/// <summary>
/// The markup of a receiver. Every text that it gets is inert (<see cref="Text.InertText"/>) and not yet escaped.
/// </summary>
internal interface IMarkup
{
    /// <summary>The text, in which the receiver finds no format, link, mention or emoji name.</summary>
    string Text(string text);

    /// <summary>The text in bold.</summary>
    string Bold(string text);

    /// <summary>A link with a name. <paramref name="address"/> is https.</summary>
    string Link(string name, string address);

    /// <summary>A value that people copy, such as an ARN. Default: like any text.</summary>
    string Value(string text) => Text(text);

    /// <summary>A label and what it is for, on one line.</summary>
    /// <param name="label">The label, not escaped.</param>
    /// <param name="colon">The language's colon, with the blank that belongs to it.</param>
    /// <param name="value">The value, in this markup.</param>
    string Field(string label, string colon, string value) => $"{Bold(label)}{Text(colon)}{value}";

    /// <summary>Joins lines, each of which the receiver shows as a line of its own.</summary>
    string Join(IEnumerable<string> lines);
}
