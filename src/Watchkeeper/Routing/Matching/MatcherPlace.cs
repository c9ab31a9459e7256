namespace Watchkeeper.Routing.Matching;

/// <summary>The tokens of a matcher.</summary>
/// <param name="Name">The label's name.</param>
/// <param name="Sign">The operator.</param>
/// <param name="Value">The value, or what stands in its place.</param>
internal readonly record struct MatcherPlace(MatcherToken Name, MatcherToken Sign, MatcherToken Value)
{
    /// <summary>The operator that the sign stands for.</summary>
    public MatchOperator Operator => Sign.Text switch
    {
        "=" => MatchOperator.Equal,
        "!=" => MatchOperator.NotEqual,
        "=~" => MatchOperator.Regex,
        _ => MatchOperator.NotRegex,
    };

    /// <summary>The matcher with another value.</summary>
    public string With(string value) =>
        $"{MatcherText.Name(Name.Text)}{Sign.Text}{Text.QuotedText.Write(value)}";

    /// <summary>A matcher for another value or this one; null if a value would change its meaning in an expression.</summary>
    public string? WithAlternative(string other) => $"{other}{Value.Text}".All(IsLiteral)
        ? $"{MatcherText.Name(Name.Text)}=~{Text.QuotedText.Write($"{other}|{Value.Text}")}"
        : null;

    /// <summary>The matcher with its value as a regular expression.</summary>
    public string AsExpression() =>
        $"{MatcherText.Name(Name.Text)}{(Operator is MatchOperator.Equal ? "=~" : "!~")}{Text.QuotedText.Write(Value.Text)}";

    private static bool IsLiteral(char character) =>
        char.IsLetterOrDigit(character) || character is '-' or '_' or '/' or ':' or ' ';
}
