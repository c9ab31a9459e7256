using System.Globalization;
using System.Text;

namespace Watchkeeper.Routing.Expressions;

/// <summary>A place in an expression, and the first error.</summary>
/// <param name="text">The expression with what is put around it.</param>
/// <param name="start">Where the expression itself begins.</param>
/// <param name="length">How long it is.</param>
internal sealed class ExpressionCursor(string text, int start, int length)
{
    private int at;
    private int mark;

    /// <summary>Why the expression is refused, and at which character, from 1; null while it is not.</summary>
    public string? Error { get; private set; }

    /// <summary>Whether everything is read.</summary>
    public bool IsAtEnd => at >= text.Length;

    /// <summary>The next UTF-16 unit; NUL at the end.</summary>
    public char Next => IsAtEnd ? '\0' : text[at];

    /// <summary>What is not read yet.</summary>
    public ReadOnlySpan<char> Rest => text.AsSpan(at);

    /// <summary>Skips UTF-16 units.</summary>
    public void Skip(int count) => at = Math.Min(at + count, text.Length);

    /// <summary>Whether the rest begins with this text, which is then skipped.</summary>
    public bool TryTake(string start)
    {
        if (!Rest.StartsWith(start, StringComparison.Ordinal))
            return false;
        at += start.Length;
        return true;
    }

    /// <summary>Reads up to the end mark and skips the mark; null, and nothing skipped, if there is no such mark.</summary>
    public string? TakeUntil(string end)
    {
        var length = Rest.IndexOf(end, StringComparison.Ordinal);
        if (length < 0)
            return null;
        var taken = Rest[..length].ToString();
        at += length + end.Length;
        return taken;
    }

    /// <summary>Reads this many UTF-16 units, or up to the end.</summary>
    public string TakeUnits(int count)
    {
        var taken = Rest[..Math.Min(count, Rest.Length)].ToString();
        at += taken.Length;
        return taken;
    }

    /// <summary>Reads one character; not to be called at the end.</summary>
    public int TakeCharacter()
    {
        if (Rune.DecodeFromUtf16(Rest, out var rune, out var units) != System.Buffers.OperationStatus.Done)
            Refuse("half a character (a lone surrogate) is not valid Unicode");
        Skip(units);
        return rune.Value;
    }

    /// <summary>Remembers the place as the one of an error that comes next.</summary>
    public void Mark() => mark = at;

    /// <summary>Records the first error. Always null, as a return value for readers.</summary>
    public CodePointSet? Refuse(string reason)
    {
        var expression = text.AsSpan(start, length);
        if (expression.EndsWith("\\") && (length - expression.TrimEnd('\\').Length) % 2 == 1 && reason.Contains("lacks"))
            reason = "a backslash at the end escapes nothing";
        Error ??= string.Create(CultureInfo.InvariantCulture, $"{reason} (character {Character(expression)})");
        Skip(text.Length);
        return null;
    }

    private int Character(ReadOnlySpan<char> expression)
    {
        var character = 1;
        foreach (var _ in expression[..Math.Clamp(mark - start, 0, length)].EnumerateRunes())
            character++;
        return character;
    }
}
