using System.Text.RegularExpressions;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>Finds whether a metric math expression is a percentage: «100 * errors / requests», «100 * (1 - m1 / m2)».</summary>
internal static partial class MathPercentage
{
    private const int MaxLength = 2048;

    /// <summary>Whether the expression is a hundred times a metric by a metric; a rate by a period of time is none.</summary>
    public static bool IsIn(string expression) => expression.Length <= MaxLength && Hundred().IsMatch(expression)
        && Divisors().Matches(expression).Any(match => match.Groups["name"].ValueSpan is not ("PERIOD" or "DIFF_TIME"));

    [GeneratedRegex(@"(^|[^0-9.A-Za-z_])100(\.0+)?\s*\*|\*\s*100(\.0+)?($|[^0-9.A-Za-z_])",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Hundred();

    [GeneratedRegex(@"/[\s(\[]*(?<name>[A-Za-z][A-Za-z0-9_]*)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Divisors();
}
