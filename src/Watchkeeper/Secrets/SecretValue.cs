using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Watchkeeper.Secrets;

/// <summary>
/// The value of a secret. It prints as its reference everywhere: as a text, in a record, in the debugger, in JSON. Only
/// <see cref="Reveal"/> returns the value, just before it is used.
/// </summary>
[DebuggerDisplay("{Reference.Text,nq}")]
[JsonConverter(typeof(SecretValueConverter))]
public sealed class SecretValue
{
    private const char Mark = '\uFFFC';
    private const char Cut = '…';

    // Shorter parts are common words; replacing them would hide nothing and spoil the sentence.
    private const int MinPartLength = 6;

    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\r\n<>,;\"'");

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string value;

    internal SecretValue(SecretReference reference, string value)
    {
        (Reference, this.value) = (reference, value);
    }

    /// <summary>The reference that the value was read by.</summary>
    public SecretReference Reference { get; }

    /// <summary>The value itself. Never store it, log it, or put it into a message.</summary>
    public string Reveal() => value;

    /// <summary>Whether two secrets have the same value.</summary>
    public bool HasValueOf(SecretValue other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(value, other.value, StringComparison.Ordinal);
    }

    /// <summary>
    /// A text with the reference wherever the value stands in it, or a part of the value: the address beside a name, or the
    /// beginning that the end of a shortened text left over. For texts of services, which may repeat what they were sent.
    /// </summary>
    public string Hide(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hidden = text;
        foreach (var part in Parts())
            hidden = hidden.Replace(part, Mark.ToString(), StringComparison.OrdinalIgnoreCase);
        return HideBeginning(hidden).Replace(Mark.ToString(), Reference.Text, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public override string ToString() => Reference.Text;

    private ImmutableArray<string> Parts()
    {
        var parts = new List<string> { value };
        var rest = value.AsSpan();
        while (rest.IndexOfAny(Separators) is >= 0 and var end)
        {
            parts.Add(rest[..end].ToString());
            rest = rest[(end + 1)..];
        }

        parts.Add(rest.ToString());
        return [.. parts.Where((part, i) => i == 0 || part.Length >= MinPartLength).OrderByDescending(part => part.Length)];
    }

    private string HideBeginning(string text)
    {
        if (!text.EndsWith(Cut))
            return text;
        var end = text[..^1];
        for (var length = Math.Min(value.Length - 1, end.Length); length >= MinPartLength; length--)
        {
            if (end.EndsWith(value[..length], StringComparison.OrdinalIgnoreCase))
                return end[..^length] + Mark + Cut;
        }

        return text;
    }
}
