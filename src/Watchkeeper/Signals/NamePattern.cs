using Watchkeeper.Text;

namespace Watchkeeper.Signals;

/// <summary>
/// A pattern over names, with the severity of the matching subjects. <c>*</c> stands for any run of characters.
/// </summary>
/// <param name="Pattern">The pattern; case is ignored.</param>
/// <param name="Severity">The severity of matching subjects.</param>
public sealed record NamePattern(string Pattern, Severity Severity)
{
    /// <summary>Whether the whole name matches.</summary>
    public bool Matches(string name) => StarPattern.Matches(Pattern, name);
}
