namespace Watchkeeper.Patterns.Values;

/// <summary><c>exists: false</c>: matches no leaf. The whole event decides whether a field is absent.</summary>
internal sealed class Absent : ValueMatcher
{
    public override string Identity => "absent";

    public override bool Matches(ref Leaf leaf) => false;
}
