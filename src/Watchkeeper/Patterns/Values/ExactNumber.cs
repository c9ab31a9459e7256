using System.Text;

namespace Watchkeeper.Patterns.Values;

/// <summary>
/// Matches a number: 300, 300.0 and 3.0e2 are equal. A number that a double cannot represent equals only a whole number with the
/// same text.
/// </summary>
internal sealed class ExactNumber(byte[] written, double? number) : ValueMatcher
{
    public override string Identity =>
        number is { } value ? new NumberRange(value).Identity : $"written {Encoding.UTF8.GetString(written)}";

    public override bool Matches(ref Leaf leaf) =>
        number is { } value ? leaf.Number == value : leaf.IsWholeNumber && leaf.Raw.SequenceEqual(written);
}
