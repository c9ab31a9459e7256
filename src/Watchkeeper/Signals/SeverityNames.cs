namespace Watchkeeper.Signals;

/// <summary>The words with which operators write a severity into names, tags and descriptions.</summary>
internal static class SeverityNames
{
    private const int MaxWords = 16;

    /// <summary>
    /// Parses a declared value, such as critical, sev1, «SEV-1», «P1 - Critical», «1 - High» or «not critical» (medium). Case is
    /// ignored. Of several words joined by anything but a space, the worst wins. Null if the value begins with no severity.
    /// </summary>
    public static Severity? Parse(ReadOnlySpan<char> value) => Parse(value, out _);

    /// <summary>
    /// Parses a value as <see cref="Parse(ReadOnlySpan{char})"/> does, and reports whether the value contains nothing else.
    /// </summary>
    internal static Severity? Parse(ReadOnlySpan<char> value, out bool isWhole)
    {
        Span<Range> words = stackalloc Range[MaxWords];
        words = words[..NameTokens.Split(value, words)];
        Severity? worst = null;
        var at = 0;
        while (at < words.Length && Expression(value, words, ref at) is { } severity)
        {
            if (!(severity <= worst))
                worst = severity;
            // «medium High CPU of orders»: after a single space, the next sentence begins.
            if (at < words.Length && value[words[at - 1].End..words[at].Start].IsWhiteSpace())
                break;
        }

        isWhole = at == words.Length;
        return worst;
    }

    /// <summary>
    /// The severity that a name claims, which may raise the severity: high or critical, or null. A word that is part of another
    /// word (customer-info, p4d, low-disk) or negated (non-critical) claims nothing.
    /// </summary>
    public static Severity? FromName(string name)
    {
        Span<Range> words = stackalloc Range[NameTokens.Max];
        words = words[..NameTokens.Split(name, words)];
        Severity? worst = null;
        for (var at = 0; at < words.Length; at++)
        {
            if (new NameWord(name, words, at).Claim() is { } severity && !(severity <= worst))
                worst = severity;
        }

        return worst;
    }

    private static Severity? Expression(ReadOnlySpan<char> value, ReadOnlySpan<Range> words, ref int at)
    {
        var word = value[words[at]];
        if (at + 1 < words.Length)
        {
            if (SeverityWords.IsCodePrefix(word) && SeverityWords.Level(value[words[at + 1]]) is { } level)
                return Next(level, ref at, 2);
            if (SeverityWords.IsNegation(word))
                return Negated(value, words, ref at);
            if (SeverityWords.IsFiller(word))
            {
                at++;
                return Expression(value, words, ref at);
            }
        }

        return (SeverityWords.Word(word) ?? SeverityWords.Code(word) ?? SeverityWords.Level(word)) is { } severity
            ? Next(severity, ref at, 1)
            : null;
    }

    // «not critical» means that nobody should be woken, and that somebody should still look.
    private static Severity? Negated(ReadOnlySpan<char> value, ReadOnlySpan<Range> words, ref int at)
    {
        var next = at + 1;
        while (next + 1 < words.Length && SeverityWords.IsNegationFiller(value[words[next]]))
            next++;
        var word = value[words[next]];
        return (SeverityWords.Word(word) ?? SeverityWords.Code(word)) >= Severity.High
            ? Next(Severity.Medium, ref at, next + 1 - at)
            : null;
    }

    private static Severity? Next(Severity severity, ref int at, int words)
    {
        at += words;
        return severity;
    }
}
