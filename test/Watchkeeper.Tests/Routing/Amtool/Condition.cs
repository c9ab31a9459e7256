using Shouldly;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Matching;

namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>How a matcher is written.</summary>
internal enum MatcherForm
{
    /// <summary>Under the deprecated keys <c>match</c> and <c>match_re</c>.</summary>
    Deprecated,

    /// <summary>Under <c>matchers</c>, with quotes.</summary>
    Quoted,

    /// <summary>Under <c>matchers</c>, with no quotes and with blanks around.</summary>
    Bare,

    /// <summary>Under <c>matchers</c>, with quotes and in braces.</summary>
    Braced,
}

/// <summary>A matcher of a generated tree.</summary>
internal sealed record Condition(string Label, MatchOperator Operator, string Value, MatcherForm Form)
{
    private string Sign => Operator switch
    {
        MatchOperator.Equal => "=",
        MatchOperator.NotEqual => "!=",
        MatchOperator.Regex => "=~",
        _ => "!~",
    };

    /// <summary>The matcher as the product reads it.</summary>
    public Matcher ToMatcher(string prefix)
    {
        if (Form is not MatcherForm.Deprecated)
        {
            var result = ClassicMatcherParser.Parse(Text(prefix));
            return result.Matchers.ShouldNotBeNull(result.Error?.ToString()).Matchers.ShouldHaveSingleItem();
        }

        return Operator is MatchOperator.Equal
            ? Matcher.ForMatch(prefix + Label, Value)
            : Matcher.ForMatchRegex(prefix + Label, Value, out var reason).ShouldNotBeNull(reason);
    }

    /// <summary>The matcher's text for <c>matchers</c>.</summary>
    public string Text(string prefix) => Form switch
    {
        MatcherForm.Bare => $" {prefix}{Label} {Sign} {Value} ",
        MatcherForm.Braced => $"{{{prefix}{Label}{Sign}\"{Escape(Value)}\"}}",
        _ => $"{prefix}{Label}{Sign}\"{Escape(Value)}\"",
    };

    private static string Escape(string value) =>
        value.Replace("\\", @"\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
