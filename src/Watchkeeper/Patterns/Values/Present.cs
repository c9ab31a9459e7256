namespace Watchkeeper.Patterns.Values;

/// <summary><c>exists: true</c>: matches every leaf, including null.</summary>
internal sealed class Present : ValueMatcher
{
    public override string Identity => "exists";

    public override bool Matches(ref Leaf leaf) => true;
}
