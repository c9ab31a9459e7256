using Shouldly;
using Watchkeeper.Routing.Expressions;
using Xunit;

namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>Regular expressions know the characters that Alertmanager 0.25 knows.</summary>
public class AmtoolUnicodeTests
{
    // Of a label that is an argument of a command.
    private const int MaxLength = 25_000;

    private static readonly string[] Categories =
    [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf",
        "Cs", "Co",
        "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Any",
    ];

    private static string[] Scripts => [.. ScriptTable.Text.Split([' ', '\n']).Where(word => char.IsAsciiLetterUpper(word[0]))];

    [Fact]
    public void Each_category_and_each_script_has_the_same_characters()
    {
        Scripts.Length.ShouldBe(156);
        var cases = Scripts.Concat(Categories).SelectMany(name => Borders(name)).ToList();

        var sums = cases.ShouldAgree();

        (sums.Refused, sums.Deviating, sums.Others).ShouldBe((0, 0, 0));
        sums.Matches.ShouldBe(cases.Sum(each => each.Values.Length));
        cases.Count.ShouldBe(2 * (Scripts.Length + Categories.Length));
    }

    [Fact]
    public void Each_character_has_the_same_other_cases()
    {
        var orbits = Enumerable.Range(1, 0x1FFFF).Except(Enumerable.Range(0xD800, 0x800))
            .Select(value => CaseOrbits.Close(CodePointSet.From([(value, value)])).Ranges)
            .Where(ranges => ranges.Count > 1 || ranges[0].First < ranges[0].Last)
            .Select(Characters).Distinct().ToList();
        orbits.Sum(orbit => orbit.EnumerateRunes().Count()).ShouldBeGreaterThan(2_700);
        var same = orbits.Select(orbit => new ExpressionCase($"(?i){orbit.EnumerateRunes().First()}+", [orbit]));
        var others = Halves([.. orbits.Select(orbit => orbit.EnumerateRunes().Last().ToString())]);

        var sums = same.Concat(others).ToList().ShouldAgree();

        (sums.Refused, sums.Others).ShouldBe((0, 0));
    }

    // The first and last character of each range, and what is before and after, in expressions that match all of them.
    private static IEnumerable<ExpressionCase> Borders(string name)
    {
        var set = NamedClasses.Unicode(name)!;
        var inside = CodePointSet.From(set.Ranges.SelectMany(range => new[] { (range.First, range.First), (range.Last,
            range.Last) }));
        var outside = CodePointSet.From(set.Negate().Ranges.SelectMany(range => new[] { (range.First, range.First), (range.Last,
            range.Last) }));
        // Those of a category one and all, because others may have changed it since.
        var chosen = name.Length == 2 && name != "Co" ? set : inside;
        yield return new($@"\p{{{name}}}*",
            [.. Characters(chosen.Ranges).EnumerateRunes().Chunk(MaxLength).Select(runes => string.Concat(runes))]);
        yield return new($@"\P{{{name}}}*", [Characters(outside.Ranges)]);
    }

    // No text of one half has another case in the other half.
    private static IEnumerable<ExpressionCase> Halves(string[] texts)
    {
        if (texts.Length < 2)
            return [];
        var (first, second) = (texts[..(texts.Length / 2)], texts[(texts.Length / 2)..]);
        return [new($"(?i)[^{string.Concat(first)}]+", [string.Concat(second)]), .. Halves(first), .. Halves(second)];
    }

    private static string Characters(IReadOnlyList<(int First, int Last)> ranges) => string.Concat(
        ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Where(value => value > 0)
            .Select(char.ConvertFromUtf32));
}
