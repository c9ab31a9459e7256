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

/// <summary>A condition over one label. A label that is not there counts as empty, as in Alertmanager.</summary>
public sealed class Matcher
{
    private readonly Regex? regex;

    /// <summary>Makes a matcher; a regular expression is anchored at both ends and runs in linear time.</summary>
    /// <exception cref="ArgumentException">The regular expression is not one, or uses what cannot run in linear time.</exception>
    public Matcher(string label, MatchOperator @operator, string value)
    {
        Label = label;
        Operator = @operator;
        Value = value;
        if (@operator is MatchOperator.Regex or MatchOperator.NotRegex)
            regex = new Regex($@"\A(?:{value})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
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
            MatchOperator.Regex => regex!.IsMatch(value),
            _ => !regex!.IsMatch(value),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Label}{Sign}\"{Value}\"";

    private string Sign => Operator switch
    {
        MatchOperator.Equal => "=",
        MatchOperator.NotEqual => "!=",
        MatchOperator.Regex => "=~",
        _ => "!~",
    };
}
