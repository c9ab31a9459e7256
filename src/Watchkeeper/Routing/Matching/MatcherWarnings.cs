namespace Watchkeeper.Routing.Matching;

/// <summary>What Alertmanager accepts and hardly anybody means.</summary>
internal static class MatcherWarnings
{
    private const string TypographicQuotes = "“”„‟‘’‚‛«»＂＇";

    /// <summary>The warnings about a matcher after others: the part, the reason and the correction.</summary>
    public static IEnumerable<(MatcherToken Part, string Reason, string? Correction)> Of(
        MatcherPlace place, IReadOnlyList<Matcher> before)
    {
        var (name, value) = (place.Name, place.Value);
        if (IsTypographic(name))
            yield return (name, "typographic quotes quote nothing and belong to the name", null);
        if (IsTypographic(value))
        {
            var inside = value.Text.Trim([.. TypographicQuotes]);
            yield return (value, "typographic quotes quote nothing and belong to the value", place.With(inside));
        }

        if (value.Kind is MatcherTokenKind.Word && value.Text.Contains('，', StringComparison.Ordinal))
            yield return (value, "a full-width comma separates nothing and belongs to the value", place.With(value.Text));
        if (HasBlankEnd(name))
            yield return (name, "the name has a blank at an end", null);
        if (HasBlankEnd(value))
            yield return (value, "the value has a blank at an end", place.With(value.Text.Trim()));
        if (Rival(place, before) is { } rival)
            yield return (value, "no label has both values", place.WithAlternative(rival.Value));
        if (OfOperator(place, value.Text) is var (reason, correction))
            yield return (value, reason, correction);
    }

    private static (string Reason, string? Correction)? OfOperator(MatcherPlace place, string value)
    {
        if (place.Operator is MatchOperator.Equal or MatchOperator.NotEqual)
        {
            return value.Contains('|', StringComparison.Ordinal) || value.Contains(".*", StringComparison.Ordinal)
                ? ("= and != compare text; a regular expression needs =~ or !~", place.AsExpression())
                : null;
        }

        if (value.Contains('\b', StringComparison.Ordinal))
            return (@"\b in double quotes is a backspace", null);
        if (value.StartsWith('^') && value[^1] is not ('$' or '*' or '+'))
            return ("a regular expression matches the whole value, not its beginning", place.With(value + ".*"));
        return value.EndsWith('$') && value[0] is not ('^' or '.' or '(' or '[')
            ? ("a regular expression matches the whole value, not its end", place.With(".*" + value))
            : null;
    }

    private static bool HasBlankEnd(MatcherToken part) => part.Text.Length > 0
        && (char.IsWhiteSpace(part.Text[0]) || char.IsWhiteSpace(part.Text[^1]));

    private static Matcher? Rival(MatcherPlace place, IReadOnlyList<Matcher> before) =>
        place.Operator is not MatchOperator.Equal
            ? null
            : before.FirstOrDefault(matcher => matcher.Operator is MatchOperator.Equal
                && string.Equals(matcher.Label, place.Name.Text, StringComparison.Ordinal)
                && !string.Equals(matcher.Value, place.Value.Text, StringComparison.Ordinal));

    private static bool IsTypographic(MatcherToken part) => part.Kind is MatcherTokenKind.Word
        && (TypographicQuotes.Contains(part.Text[0], StringComparison.Ordinal)
            || TypographicQuotes.Contains(part.Text[^1], StringComparison.Ordinal));
}
