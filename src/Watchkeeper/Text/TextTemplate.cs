using System.Text;

namespace Watchkeeper.Text;

/// <summary>
/// A text with <c>{name}</c> for values and <c>[…]</c> for parts that need a value: such a part is left out if one of its
/// values is empty. Parts do not nest. Brackets and braces inside a value have no effect.
/// </summary>
internal static class TextTemplate
{
    /// <summary>The text with its values.</summary>
    /// <param name="template">The template, written by us.</param>
    /// <param name="valueOf">The value of a name; empty if there is none.</param>
    public static string Fill(string template, Func<string, string> valueOf)
    {
        var text = new StringBuilder(template.Length + 64);
        var rest = template.AsSpan();
        for (var open = rest.IndexOf('['); open >= 0; open = rest.IndexOf('['))
        {
            var close = rest.IndexOf(']');
            Append(text, rest[..open], valueOf);
            var before = text.Length;
            if (!Append(text, rest[(open + 1)..close], valueOf))
                text.Length = before;
            rest = rest[(close + 1)..];
        }

        Append(text, rest, valueOf);
        return text.ToString();
    }

    // Whether every value was there.
    private static bool Append(StringBuilder text, ReadOnlySpan<char> part, Func<string, string> valueOf)
    {
        var isWhole = true;
        for (var open = part.IndexOf('{'); open >= 0; open = part.IndexOf('{'))
        {
            var close = part.IndexOf('}');
            var value = valueOf(part[(open + 1)..close].ToString());
            isWhole &= value.Length > 0;
            text.Append(part[..open]).Append(value);
            part = part[(close + 1)..];
        }

        text.Append(part);
        return isWhole;
    }
}
