using System.Collections.Immutable;

namespace Watchkeeper.Patterns.Indexing;

/// <summary>One alternative of a pattern, reduced to what an index looks at.</summary>
/// <param name="Target">Whose pattern it is; not negative. Several alternatives may have one target.</param>
/// <param name="Required">The exact values that it requires; the first pick it, and are the rarest.</param>
/// <param name="Tests">Other conditions.</param>
internal sealed record Alternative(int Target, ImmutableArray<RequiredValues> Required, ImmutableArray<FieldTest> Tests);
