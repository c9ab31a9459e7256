namespace Watchkeeper.Patterns.Values;

/// <summary><c>exists: false</c>: no leaf is absence; whether a field is absent is asked of the whole event.</summary>
internal sealed class Absent : ValueMatcher
{
    public override string Identity => "absent";

    public override bool Matches(ref Leaf leaf) => false;
}
