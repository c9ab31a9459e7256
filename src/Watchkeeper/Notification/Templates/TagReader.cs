using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Notification.Templates;

/// <summary>
/// Reads what stands between <c>{{</c> and <c>}}</c>: a name, a text in quotes, <c>if</c>, <c>else if</c>, <c>else</c> or
/// <c>end</c>.
/// </summary>
internal static class TagReader
{
    private const string Forms = "write «if NAME», «if not NAME», «if NAME == \"text\"» or «if NAME != \"text\"»";

    /// <summary>The piece; <paramref name="problem"/> says what is wrong if there is none.</summary>
    public static TemplatePiece? Read(string tag, out string problem)
    {
        problem = GoTemplateHints.Find(tag) ?? "";
        if (problem.Length > 0)
            return null;
        var (word, rest) = Split(tag);
        switch (word)
        {
            case "end" when rest.Length == 0:
                return new TemplatePiece.End();
            case "else" when rest.Length == 0:
                return new TemplatePiece.Else(Condition: null);
            case "else" when Split(rest) is ("if", var other):
                return Condition(other, out problem) is { } second ? new TemplatePiece.Else(second) : null;
            case "if":
                return Condition(rest, out problem) is { } first ? new TemplatePiece.If(first) : null;
        }

        if (Quoted(tag) is { } text)
            return new TemplatePiece.Literal(text);
        if (Ours(tag) is { } lines)
            return new TemplatePiece.Ours(lines);
        return Name(tag, out problem) is { } name ? new TemplatePiece.Value(name) : null;
    }

    private static TemplateCondition? Condition(string text, out string problem)
    {
        var (first, rest) = Split(text);
        var isNot = first is "not";
        var (word, comparison) = isNot ? Split(rest) : (first, rest);
        if (word.Length == 0)
            return Misunderstood(out problem);
        if (Name(word, out problem) is not { } name)
            return null;
        if (comparison.Length == 0)
            return new TemplateCondition(name, Expected: null, isNot);
        var (sign, quoted) = Split(comparison);
        if (isNot || sign is not ("==" or "!=") || Quoted(quoted) is not { } expected)
            return Misunderstood(out problem);
        if (!name.Choices.IsEmpty && !name.Choices.Contains(expected, StringComparer.OrdinalIgnoreCase))
        {
            problem = $"«{word}» is never «{expected}»: it is one of {string.Join(", ", name.Choices)}";
            return null;
        }

        return new TemplateCondition(name, expected, sign is "!=");

        TemplateCondition? Misunderstood(out string problem)
        {
            problem = $"«if {text}» is not understood: {Forms}";
            return null;
        }
    }

    private static TemplateName? Name(string word, out string problem)
    {
        var found = TemplateNames.Find(word);
        problem = found is not null ? ""
            : word.Length == 0 ? "a tag is empty: write a name in it"
            : $"there is no value «{word}»: there are {string.Join(", ", TemplateNames.All.Select(name => name.Name))}, "
                + "label.NAME, and lines of our own: message, facts, links";
        return found;
    }

    private static OurLines? Ours(string word) => word switch
    {
        "message" => OurLines.Message,
        "facts" => OurLines.Facts,
        "links" => OurLines.Links,
        _ => null,
    };

    // Quotes of either kind, without escapes.
    private static string? Quoted(string text) =>
        text.Length >= 2 && text[0] is '"' or '\'' && text[^1] == text[0] && text.IndexOf(text[0], 1) == text.Length - 1
            ? text[1..^1]
            : null;

    private static (string Word, string After) Split(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? (text, "") : (text[..end], text[end..].Trim());
    }
}
