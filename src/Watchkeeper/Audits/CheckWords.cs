using System.Collections.Frozen;
using Watchkeeper.Signals;

namespace Watchkeeper.Audits;

/// <summary>A well-known check of Trusted Advisor, in words that say what it found.</summary>
/// <param name="Id">The check's id, the same in every account.</param>
/// <param name="Name">The check's English name, as notifications give it.</param>
/// <param name="Category">The category as the Support API codes it, such as <c>fault_tolerance</c>.</param>
/// <param name="English">
/// What is wrong. <c>{resource}</c> is the resource and the other names are those of <see cref="CheckFacts"/>; a part in brackets
/// needs a value.
/// </param>
/// <param name="Chinese">The same in Chinese.</param>
/// <param name="EnglishAdvice">What to do, in one or two sentences.</param>
/// <param name="ChineseAdvice">The same in Chinese.</param>
/// <param name="Severity">The severity of a red finding that the meaning demands; null if the colour decides.</param>
internal sealed record CheckWords(
    string Id,
    string Name,
    string Category,
    string English,
    string Chinese,
    string EnglishAdvice,
    string ChineseAdvice,
    Severity? Severity = null)
{
    private static readonly FrozenDictionary<string, CheckWords> ById = Known.ToFrozenDictionary(
        check => check.Id, StringComparer.Ordinal);

    // AWS writes the same name with a hyphen or a dash, and with or without blanks at the end.
    private static readonly FrozenDictionary<string, CheckWords> ByName = Known.ToFrozenDictionary(
        check => Normal(check.Name), StringComparer.OrdinalIgnoreCase);

    /// <summary>All checks with words of their own.</summary>
    public static IEnumerable<CheckWords> Known =>
        [.. SecurityChecks.All, .. FaultToleranceChecks.All, .. CostChecks.All, .. PerformanceChecks.All];

    /// <summary>The words of a check by its id or by its name; null for a check without words of its own.</summary>
    public static CheckWords? Find(string id, string name) =>
        ById.TryGetValue(id, out var byId) ? byId : ByName.GetValueOrDefault(Normal(name));

    private static string Normal(string name) => name.Replace('–', '-').Trim();
}
