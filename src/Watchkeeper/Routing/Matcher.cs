using System.Buffers;
using System.Text.RegularExpressions;
using Watchkeeper.Signals;

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

    private readonly Regex? regex;
    private readonly string[] alternatives = [];

    /// <summary>Creates a matcher. A regular expression is anchored at both ends and runs in linear time.</summary>
    /// <exception cref="ArgumentException">
    /// The regular expression is invalid, or uses a construct that cannot run in linear time.
    /// </exception>
    public Matcher(string label, MatchOperator @operator, string value)
    {
        Label = label;
        Operator = @operator;
        Value = value;
        if (@operator is MatchOperator.Equal or MatchOperator.NotEqual)
            return;
        // Most expressions are such lists. Building an automaton for one would take a twentieth of a function's start.
        if (value.AsSpan().ContainsAnyExcept(Literal))
            regex = new Regex($@"\A(?:{value})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
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

    /// <inheritdoc/>
    public override string ToString() => $"{Label}{Sign}\"{Value}\"";

    private bool IsLike(string value) => regex?.IsMatch(value) ?? alternatives.AsSpan().Contains(value);

    private string Sign => Operator switch
    {
        MatchOperator.Equal => "=",
        MatchOperator.NotEqual => "!=",
        MatchOperator.Regex => "=~",
        _ => "!~",
    };
}
