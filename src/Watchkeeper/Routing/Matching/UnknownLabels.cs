using System.Collections.Immutable;

namespace Watchkeeper.Routing.Matching;

/// <summary>The labels that matchers use and no label set has.</summary>
/// <param name="Names">Their names, in the order of the matchers.</param>
/// <param name="Known">The names of all labels that occur.</param>
public sealed record UnknownLabels(ImmutableArray<string> Names, ImmutableSortedSet<string> Known);
