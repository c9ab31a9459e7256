using System.Globalization;

namespace Watchkeeper.Routing.Matching;

/// <summary>An error in matchers, or a warning.</summary>
/// <param name="Start">The first character that it is about, from 0; characters, not bytes and not UTF-16 units.</param>
/// <param name="End">The character after the last.</param>
/// <param name="Reason">What is wrong and what was expected; one line.</param>
/// <param name="Correction">What was probably meant; null where that is unclear.</param>
public sealed record MatcherProblem(int Start, int End, string Reason, string? Correction)
{
    /// <summary>A longer reason is cut.</summary>
    internal const int MaxReason = 300;

    /// <summary>One line: the place, the reason and the correction.</summary>
    public override string ToString() => Correction is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Start}:{End}: {Reason}")
        : string.Create(CultureInfo.InvariantCulture, $"{Start}:{End}: {Reason}; did you mean {Correction}?");
}
