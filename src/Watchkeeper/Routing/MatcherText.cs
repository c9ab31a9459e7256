using Watchkeeper.Text;

namespace Watchkeeper.Routing;

/// <summary>The written form of a matcher's parts.</summary>
internal static class MatcherText
{
    /// <summary>Without quotes a name or value has none of these and no blanks.</summary>
    public const string Reserved = "{}!=~,\\\"'`";

    /// <summary>The sign of an operator.</summary>
    public static string Sign(MatchOperator @operator) => @operator switch
    {
        MatchOperator.Equal => "=",
        MatchOperator.NotEqual => "!=",
        MatchOperator.Regex => "=~",
        _ => "!~",
    };

    /// <summary>A label's name, in quotes only if it needs them.</summary>
    public static string Name(string label) =>
        label.Length > 0 && !label.Any(IsReserved) && QuotedText.IsPlain(label) ? label : QuotedText.Write(label);

    /// <summary>Whether a character ends a name or value without quotes.</summary>
    public static bool IsReserved(char character) =>
        char.IsWhiteSpace(character) || Reserved.Contains(character, StringComparison.Ordinal);
}
