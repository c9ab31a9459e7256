using Watchkeeper.Text;

namespace Watchkeeper.Signals;

/// <summary>The stable identity of a subject. Signals with the same fingerprint belong to the same incident.</summary>
/// <param name="Text">
/// Readable identity, such as <c>alarm/arn:aws:cloudwatch:…</c> or <c>detection/root-use/123456789012</c>.
/// </param>
public readonly record struct Fingerprint(string Text)
{
    /// <summary>
    /// Readable identity, bounded. A text longer than <see cref="SubjectLimits.Fingerprint"/> becomes its beginning, «…» and the
    /// hash of the whole text, so that different texts stay different.
    /// </summary>
    public string Text { get; } = Bounded(Text);

    /// <summary>The text as 32 hexadecimal digits: bounded and free of separators, for use in keys.</summary>
    public string Key => StableHash.Compute(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string Bounded(string text)
    {
        const int hash = 32;
        return text.Length <= SubjectLimits.Fingerprint
            ? text
            : InertText.Shorten(text, SubjectLimits.Fingerprint - hash) + StableHash.Compute(text);
    }
}
