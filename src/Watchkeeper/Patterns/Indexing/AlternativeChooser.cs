using System.Collections.Immutable;

namespace Watchkeeper.Patterns.Indexing;

/// <summary>Reduces alternatives of patterns to what tells them apart best: the exact values that the fewest require.</summary>
/// <param name="under">
/// The field whose content will be searched, such as <c>detail</c>; empty for whole events. What patterns require outside of it
/// is taken as given.
/// </param>
internal sealed class AlternativeChooser(string under = "")
{
    // One list of values picks an alternative, and the next rarest ones keep those that share it apart.
    private const int MaxRequired = 3;

    // Every tested field makes each pass longer.
    private const int MaxTests = 2;

    private readonly List<Counted> alternatives = [];
    private readonly FieldTree fields = new();
    private readonly KnownValues known = new();
    private readonly List<int> uses = [];

    /// <summary>Adds all alternatives of a pattern.</summary>
    /// <param name="target">Whose pattern it is.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="changed">
    /// The dotted names of fields that the pattern sees otherwise than the event has them, with all fields below.
    /// </param>
    public void Add(int target, EventPattern pattern, ImmutableArray<string> changed)
    {
        foreach (var alternative in pattern.Compiled.Alternatives)
        {
            ImmutableArray<FieldTest> tests =
            [
                .. FieldTest.In(pattern.Compiled, alternative)
                    .Select(test => (Test: test, Field: Within(test.Field, changed)))
                    .Where(pair => pair.Field is not null)
                    .Select(pair => pair.Test with { Field = pair.Field! })
                    .Take(MaxTests),
            ];
            ImmutableArray<CountedValues> required =
            [
                .. RequiredValues.In(pattern.Compiled, alternative)
                    .Select(values => (Values: values, Field: Within(values.Field, changed)))
                    .Where(pair => pair.Field is not null)
                    .Select(pair => Count(pair.Values with { Field = pair.Field! })),
            ];
            alternatives.Add(new Counted(target, required, tests));
        }
    }

    /// <summary>The alternatives, in the order of their addition.</summary>
    public IEnumerable<Alternative> Choose() => alternatives.Select(one => new Alternative(
        one.Target, [.. one.Required.OrderBy(Load).Take(MaxRequired).Select(counted => counted.Values)], one.Tests));

    private static bool IsAtOrBelow(string field, string other) =>
        field.StartsWith(other, StringComparison.Ordinal) && (field.Length == other.Length || field[other.Length] == '.');

    // The name inside the field that will be searched; null if the field is elsewhere or changed.
    private string? Within(string field, ImmutableArray<string> changed)
    {
        if (changed.Any(other => IsAtOrBelow(field, other)))
            return null;
        if (under.Length == 0)
            return field;
        return field.Length > under.Length && IsAtOrBelow(field, under) ? field[(under.Length + 1)..] : null;
    }

    private CountedValues Count(RequiredValues required)
    {
        var node = fields.Add(required.Field);
        ImmutableArray<int> numbers = [.. required.Values.Select(value => known.Add(node, value)).Distinct()];
        while (uses.Count < known.Count)
            uses.Add(0);
        foreach (var number in numbers)
            uses[number]++;
        return new CountedValues(required, numbers);
    }

    // How many alternatives share the most common one of the values.
    private int Load(CountedValues counted) => counted.Numbers.Max(number => uses[number]);

    private sealed record Counted(int Target, ImmutableArray<CountedValues> Required, ImmutableArray<FieldTest> Tests);

    private sealed record CountedValues(RequiredValues Values, ImmutableArray<int> Numbers);
}
