namespace Watchkeeper.Patterns.Values;

/// <summary><c>exists: true</c>: whatever leaf is there, null too.</summary>
internal sealed class Present : ValueMatcher
{
    public override string Identity => "exists";

    public override bool Matches(ref Leaf leaf) => true;
}
