using System.Text;

namespace Watchkeeper.Patterns.Values;

/// <summary>
/// A number: 300, 300.0 and 3.0e2 are one. A number that no double keeps is equal only to a whole one that is written alike.
/// </summary>
internal sealed class ExactNumber(byte[] written, double? number) : ValueMatcher
{
    public override string Identity => number is { } value ? new NumberRange(value).Identity : $"written {Encoding.UTF8.GetString(written)}";

    public override bool Matches(ref Leaf leaf) =>
        number is { } value ? leaf.Number == value : leaf.IsWholeNumber && leaf.Raw.SequenceEqual(written);
}
