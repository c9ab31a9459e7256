using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Watchkeeper.Routing.Matching;

/// <summary>The result of parsing matchers: either the matchers or the error.</summary>
public sealed record MatcherParseResult
{
    private MatcherParseResult(MatcherSet? matchers, MatcherProblem? error) => (Matchers, Error) = (matchers, error);

    /// <summary>The matchers; null if the text was rejected.</summary>
    public MatcherSet? Matchers { get; }

    /// <summary>The first error; null if the text was accepted.</summary>
    public MatcherProblem? Error { get; }

    /// <summary>What is valid but probably not what was meant.</summary>
    public ImmutableArray<MatcherProblem> Warnings { get; private init; } = [];

    /// <summary>Whether the text was accepted.</summary>
    [MemberNotNullWhen(true, nameof(Matchers))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsAccepted => Matchers is not null;

    internal static MatcherParseResult Accepted(MatcherSet matchers, ImmutableArray<MatcherProblem> warnings) =>
        new(matchers, null) { Warnings = warnings };

    internal static MatcherParseResult Rejected(MatcherProblem error) => new(null, error);
}
