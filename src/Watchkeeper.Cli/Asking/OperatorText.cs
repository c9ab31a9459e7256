using Watchkeeper.Incidents;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>The words of a change in text for people: an operator's without the ARN, which JSON and CSV have.</summary>
internal static class OperatorText
{
    /// <summary>The words; those of a source stay as they are.</summary>
    /// <param name="decision">The named reason of the decision; null if the row does not say.</param>
    /// <param name="words">The words.</param>
    /// <param name="account">The incident's account.</param>
    public static string Of(string? decision, string words, string account) =>
        decision is not null && KebabCase.Parse<DecisionReason>(decision) is { } reason
            ? OperatorName.ShortenWords(reason, words, account)
            : words;
}
