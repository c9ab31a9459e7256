using System.Buffers;
using Watchkeeper.Routing.Expressions;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Routing;

/// <summary>How a <see cref="Matcher"/> compares, as in Alertmanager.</summary>
public enum MatchOperator
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>=~</c>, the whole value.</summary>
    Regex,

    /// <summary><c>!~</c>, the whole value.</summary>
    NotRegex,
}

/// <summary>A condition on one label. A missing label has an empty value, as in Alertmanager.</summary>
public sealed class Matcher
{
    // In a regular expression these characters are literal, and the bar separates alternatives.
    private static readonly SearchValues<char> Literal =
        SearchValues.Create("|-_/: 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly ValueExpression? expression;
    private readonly string[] alternatives = [];

    /// <summary>
    /// Creates a matcher. A regular expression has the syntax of RE2, is anchored at both ends and runs in linear time.
    /// </summary>
    /// <exception cref="ArgumentException">The regular expression is invalid or not supported.</exception>
    public Matcher(string label, MatchOperator @operator, string value)
        : this(label, @operator, value, out var error)
    {
        if (error.Length > 0)
            throw new ArgumentException(error, nameof(value));
    }

    private Matcher(string label, MatchOperator @operator, string value, out string error)
    {
        Label = label;
        Operator = @operator;
        Value = value;
        error = "";
        if (@operator is MatchOperator.Equal or MatchOperator.NotEqual)
            return;
        // Most expressions are such lists. They need no program, and an index finds them.
        if (value.AsSpan().ContainsAnyExcept(Literal))
            expression = ValueExpression.Compile(value, out error);
        else
            alternatives = value.Split('|');
    }

    /// <summary>The label's name.</summary>
    public string Label { get; }

    /// <summary>The comparison.</summary>
    public MatchOperator Operator { get; }

    /// <summary>The value or regular expression.</summary>
    public string Value { get; }

    /// <summary>Whether the labels meet the condition.</summary>
    public bool Matches(LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var value = labels[Label];
        return Operator switch
        {
            MatchOperator.Equal => string.Equals(value, Value, StringComparison.Ordinal),
            MatchOperator.NotEqual => !string.Equals(value, Value, StringComparison.Ordinal),
            MatchOperator.Regex => IsLike(value),
            _ => !IsLike(value),
        };
    }

    /// <summary>A matcher of the deprecated key <c>match</c>: the label has exactly this value.</summary>
    public static Matcher ForMatch(string label, string value) => new(label, MatchOperator.Equal, value);

    /// <summary>
    /// A matcher of the deprecated key <c>match_re</c>: the whole value of the label matches. Null with the reason if the regular
    /// expression is invalid or not supported.
    /// </summary>
    public static Matcher? ForMatchRegex(string label, string expression, out string reason) =>
        Create(label, MatchOperator.Regex, expression, out reason);

    /// <summary>The matcher in a form that parses back to it: <c>severity=~"high|critical"</c>.</summary>
    public override string ToString() => $"{MatcherText.Name(Label)}{MatcherText.Sign(Operator)}{QuotedText.Write(Value)}";

    /// <summary>The values that alone can match; empty if others can, or a missing label.</summary>
    internal IEnumerable<string> RequiredValues => Operator switch
    {
        MatchOperator.Equal when Value.Length > 0 => [Value],
        MatchOperator.Regex when !alternatives.Contains("") => alternatives.Distinct(StringComparer.Ordinal),
        _ => [],
    };

    /// <summary>Creates a matcher; null with the reason if the regular expression is invalid or not supported.</summary>
    internal static Matcher? Create(string label, MatchOperator @operator, string value, out string error)
    {
        var matcher = new Matcher(label, @operator, value, out error);
        return error.Length == 0 ? matcher : null;
    }

    private bool IsLike(string value) => expression?.IsMatch(value) ?? alternatives.AsSpan().Contains(value);
}
