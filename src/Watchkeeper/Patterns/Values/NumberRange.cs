namespace Watchkeeper.Patterns.Values;

/// <summary><c>numeric</c>: matches JSON numbers from bottom to top; each bound is inclusive or exclusive.</summary>
internal sealed class NumberRange(double bottom, bool bottomIsIn, double top, bool topIsIn) : ValueMatcher
{
    /// <summary>A range of this number alone.</summary>
    public NumberRange(double only)
        : this(only, true, only, true)
    {
    }

    public override string Identity => string.Create(null, $"number {bottom:R} {bottomIsIn} {top:R} {topIsIn}");

    public override bool Matches(ref Leaf leaf) =>
        leaf.Number is { } number
        && (bottomIsIn ? number >= bottom : number > bottom)
        && (topIsIn ? number <= top : number < top);
}
