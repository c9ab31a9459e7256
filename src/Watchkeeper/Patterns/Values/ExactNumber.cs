namespace Watchkeeper.Patterns.Values;

/// <summary>A number: 300, 300.0 and 3.0e2 are one. Numbers that cannot be compared are equal when they are written alike.</summary>
internal sealed class ExactNumber(byte[] written, double? number) : ValueMatcher
{
    public override bool Matches(ref Leaf leaf) =>
        leaf.Kind == System.Text.Json.JsonValueKind.Number
        && ((number is { } value && leaf.Number == value) || leaf.Raw.SequenceEqual(written));
}
