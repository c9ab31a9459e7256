using System.Text;
using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Notification.Rendering;

/// <summary>Writes lines of plain text.</summary>
internal sealed class TextLines(Translations words)
{
    private readonly StringBuilder text = new(2048);

    /// <summary>A line.</summary>
    public void Line(string line) => text.Append(line).Append('\n');

    /// <summary>A line; nothing if it is empty.</summary>
    public void Optional(string line)
    {
        if (line.Length > 0)
            Line(line);
    }

    /// <summary>A label and a value; nothing without one.</summary>
    public void Optional(MessageField? field)
    {
        if (field is not null)
            Fact(field.Label, field.Value);
    }

    /// <summary>A label and a value.</summary>
    public void Fact(string label, string value) => text.Append(label).Append(words[TextKey.Colon]).Append(value).Append('\n');

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
