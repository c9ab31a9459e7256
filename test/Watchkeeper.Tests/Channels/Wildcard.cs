using System.Text.RegularExpressions;

namespace Watchkeeper.Tests.Channels;

/// <summary>Compares a sentence with a form in which * stands for any text.</summary>
internal static class Wildcard
{
    public static bool Matches(string text, string form) => Regex.IsMatch(
        text,
        $"^{Regex.Escape(form).Replace("\\*", ".*", StringComparison.Ordinal)}$",
        RegexOptions.NonBacktracking | RegexOptions.Singleline);
}
