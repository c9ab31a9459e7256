using System.Collections.Immutable;

namespace Watchkeeper.Routing.Matching;

/// <summary>What each matcher of a set leaves.</summary>
/// <param name="Total">Number of label sets.</param>
/// <param name="Matchers">The matchers in order.</param>
public sealed record MatcherCounts(int Total, ImmutableArray<MatcherCount> Matchers)
{
    /// <summary>How many label sets meet all conditions.</summary>
    public int Matched => Matchers.IsEmpty ? Total : Matchers[^1].Left;
}

/// <summary>What one matcher leaves.</summary>
/// <param name="Matcher">The matcher.</param>
/// <param name="Left">Number of label sets that this matcher and all before it match.</param>
public sealed record MatcherCount(Matcher Matcher, int Left);
