using System.Text;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Mime;

/// <summary>
/// Header fields in ASCII with folded lines (RFC 5322, 2.2.3). A value never ends its line: <see cref="InertText.Line(string)"/>
/// removes line breaks and control characters from every text.
/// </summary>
internal sealed class HeaderBlock
{
    private const int LineLength = 76;

    private readonly StringBuilder block = new();

    /// <summary>Adds a field whose value is structured ASCII; folds it at its spaces.</summary>
    public HeaderBlock Add(string name, string value)
    {
        block.Append(name).Append(':');
        var length = name.Length + 1;
        foreach (var word in InertText.Line(value).Split(' '))
        {
            if (length + 1 + word.Length > LineLength && length > name.Length + 1)
            {
                block.Append("\r\n");
                length = 0;
            }

            block.Append(' ').Append(word);
            length += 1 + word.Length;
        }

        block.Append("\r\n");
        return this;
    }

    /// <summary>Adds a field of free text in any language.</summary>
    public HeaderBlock AddText(string name, string text)
    {
        var line = InertText.Line(text);
        if (!EncodedWords.AreNeeded(line))
            return Add(name, line);
        block.Append(name).Append(": ").Append(EncodedWords.Write(line, name.Length + 2)).Append("\r\n");
        return this;
    }

    /// <summary>Adds a field with one mailbox.</summary>
    public HeaderBlock AddMailbox(string name, Mailbox mailbox) =>
        mailbox.Name.Length == 0 ? Add(name, mailbox.Address) : AddNamed(name, mailbox.Name, mailbox.Address);

    /// <summary>Adds the field of a list's name and id.</summary>
    public HeaderBlock AddList(string name, string id) => AddNamed("List-Id", InertText.Line(name), id);

    private HeaderBlock AddNamed(string name, string phrase, string address)
    {
        if (!EncodedWords.AreNeeded(phrase))
            return Add(name, $"\"{Escape(phrase)}\" <{address}>");
        block.Append(name).Append(": ").Append(EncodedWords.Write(phrase, name.Length + 2))
            .Append("\r\n <").Append(address).Append(">\r\n");
        return this;
    }

    private static string Escape(string quoted) => quoted
        .Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => block.ToString();
}
