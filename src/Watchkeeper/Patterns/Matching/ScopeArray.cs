using System.Collections;

namespace Watchkeeper.Patterns.Matching;

/// <summary>An array of a scope: the elements that contain more than one plain value.</summary>
internal sealed class ScopeArray(FieldNode node)
{
    public FieldNode Node => node;

    public int Number { get; set; }

    public List<Scope> Elements { get; } = [];

    /// <summary>Fields with a leaf in any element; set when the scope is closed.</summary>
    public BitArray SeenInside { get; set; } = null!;
}
