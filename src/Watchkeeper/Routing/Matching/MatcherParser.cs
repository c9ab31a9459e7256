using System.Collections.Immutable;

namespace Watchkeeper.Routing.Matching;

/// <summary>
/// Parses matchers in the grammar of Alertmanager's strict mode («UTF-8 strict mode» in its configuration reference): a list,
/// separated by commas, with optional braces around. Without quotes a name or value has no blanks and none of <c>{}!=~,\"'`</c>;
/// in double quotes it has Go's escapes. No text makes the parser throw.
/// </summary>
public sealed class MatcherParser
{
    private const int MaxShown = 40;

    private readonly string text;
    private readonly IReadOnlyDictionary<string, string> reserved;
    private readonly MatcherLexer lexer;
    private readonly List<Matcher> matchers = [];
    private readonly List<MatcherProblem> warnings = [];
    private MatcherToken token;
    private MatcherPlace last;
    private MatcherProblem? error;

    private MatcherParser(string text, IReadOnlyDictionary<string, string> reserved)
    {
        this.text = text;
        this.reserved = reserved;
        lexer = new(text);
        token = lexer.Next();
    }

    /// <summary>Parses a list of matchers, which may be empty.</summary>
    public static MatcherParseResult Parse(string text) => Parse(text, ImmutableDictionary<string, string>.Empty);

    /// <summary>Parses a list of matchers, which may be empty.</summary>
    /// <param name="text">The matchers.</param>
    /// <param name="reserved">
    /// Names that are no labels where the matchers are used, each with what to use instead: <c>status</c>, «the option --status».
    /// </param>
    public static MatcherParseResult Parse(string text, IReadOnlyDictionary<string, string> reserved)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reserved);
        var parser = new MatcherParser(text, reserved);
        return parser.ReadList()
            ? MatcherParseResult.Accepted(new([.. parser.matchers]), [.. parser.warnings])
            : MatcherParseResult.Rejected(parser.error!);
    }

    private bool ReadList()
    {
        var isBraced = TryTake(MatcherTokenKind.OpeningBrace);
        if (token.Kind is not (MatcherTokenKind.End or MatcherTokenKind.ClosingBrace) && !ReadMatchers())
            return false;
        if (isBraced && token.Kind is MatcherTokenKind.End)
            return Fail(0, text.Length, "expected a closing brace", text.TrimEnd() + "}");
        if (!isBraced && token.Kind is MatcherTokenKind.ClosingBrace)
            return Fail(0, text.Length, "} has no opening brace before it", text.TrimEnd() is [.. var list, '}'] ? list : null);
        if (!isBraced)
            return token.Kind is MatcherTokenKind.End || FailAfterMatcher("expected a comma");
        if (!TryTake(MatcherTokenKind.ClosingBrace))
            return FailAfterMatcher("expected a comma or a closing brace");
        return token.Kind is MatcherTokenKind.End || FailAt("expected the end after the closing brace", null);
    }

    private bool ReadMatchers()
    {
        var expected = "expected a label name";
        do
        {
            if (!ReadMatcher(expected))
                return false;
            expected = "expected a matcher or a closing brace after the comma";
        }
        while (TryTake(MatcherTokenKind.Comma) && token.Kind is not (MatcherTokenKind.End or MatcherTokenKind.ClosingBrace));

        return true;
    }

    private bool ReadMatcher(string expected)
    {
        var name = token;
        if (!name.IsText)
            return FailAt(expected, MatcherCorrections.Name(text, name));
        if (reserved.TryGetValue(name.Text, out var instead))
            return Fail(name.Start, name.End, $"{name.Text} is no label; use {instead}", null);
        Advance();
        var sign = token;
        if (sign.Kind is not MatcherTokenKind.Operator)
            return FailAtOperator(name);
        Advance();
        var value = token;
        var place = new MatcherPlace(name, sign, value);
        if (!value.IsText)
            return FailAt("expected a value", MatcherCorrections.Value(text, place));
        Advance();
        return Add(place);
    }

    private bool Add(MatcherPlace place)
    {
        var (name, value) = (place.Name, place.Value);
        if (Matcher.Create(name.Text, place.Operator, value.Text, out var reason) is not { } matcher)
            return Fail(value.Start, value.End, $"the regular expression is not valid: {reason}", null);
        foreach (var (part, warning, correction) in MatcherWarnings.Of(place, matchers))
            warnings.Add(Problem(part.Start, part.End, warning, correction));
        last = place;
        matchers.Add(matcher);
        return true;
    }

    private bool FailAtOperator(MatcherToken name)
    {
        const string expected = "expected an operator (=, !=, =~ or !~)";
        var correction = MatcherCorrections.Operator(text, name, token, last);
        return token.Kind is MatcherTokenKind.End
            ? Fail(name.Start, name.End, $"{expected} after the label name", correction)
            : FailAt(expected, correction);
    }

    private bool FailAfterMatcher(string expected) => FailAt(
        token.Kind is MatcherTokenKind.Word && token.Text.ToUpperInvariant() is "OR" or "||"
            ? "matchers are joined by commas and must all match; for alternatives use =~\"one|other\""
            : expected,
        MatcherCorrections.AfterMatcher(text, last, token));

    private bool FailAt(string expected, string? correction)
    {
        var reason = token.Kind switch
        {
            MatcherTokenKind.Invalid => $"{token.Text}: {expected}",
            MatcherTokenKind.End => $"{expected}, not the end",
            _ => $"{expected}, not {Text.InertText.Shorten(text[token.Start..token.End], MaxShown)}",
        };
        return Fail(token.Start, token.End, reason, correction);
    }

    private bool Fail(int start, int end, string reason, string? correction)
    {
        error = Problem(start, end, reason, correction);
        return false;
    }

    private MatcherProblem Problem(int start, int end, string reason, string? correction) =>
        new(Characters(start), Characters(end), Text.InertText.Line(reason, MatcherProblem.MaxReason), Shown(correction));

    // A correction is shown beside our own text: none is better than one that hides something.
    private static string? Shown(string? correction) => correction is { Length: <= MatcherProblem.MaxReason }
        && correction.EnumerateRunes().All(Text.QuotedText.IsVisible)
            ? correction
            : null;

    private int Characters(int units) => text[..units].EnumerateRunes().Count();

    private bool TryTake(MatcherTokenKind kind)
    {
        if (token.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private void Advance() => token = lexer.Next();
}
