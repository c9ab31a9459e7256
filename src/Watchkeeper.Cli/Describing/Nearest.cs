using System.Collections.Immutable;

namespace Watchkeeper.Cli.Describing;

/// <summary>Names that a misspelt one may mean.</summary>
internal static class Nearest
{
    /// <summary>A longer text is no misspelt name.</summary>
    public const int MaxLength = 64;

    private const int MaxNames = 3;

    /// <summary>The question «did you mean …?» with a sign before it; empty if nothing is near.</summary>
    public static string Question(string typed, IEnumerable<string> known)
    {
        var near = Find(typed, known);
        return near.IsEmpty ? "" : $": did you mean {string.Join(" or ", near)}?";
    }

    /// <summary>
    /// At most three, the nearest first: names that hold all typed words, and names of which a third differs, or a letter of a
    /// short one.
    /// </summary>
    public static ImmutableArray<string> Find(string typed, IEnumerable<string> known)
    {
        var wanted = typed.ToLowerInvariant();
        if (wanted.Length is 0 or > MaxLength)
            return [];
        var words = wanted.Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. known.Select(name => (Name: name, Distance: Distance(wanted, name)))
                .Where(each => each.Distance <= Math.Max(1, wanted.Length / 3) || HoldsAll(each.Name, words))
                .OrderBy(each => each.Distance).ThenBy(each => each.Name, StringComparer.Ordinal)
                .Take(MaxNames)
                .Select(each => each.Name),
        ];
    }

    private static bool HoldsAll(string name, string[] words) =>
        words.Length > 0 && words.All(word => name.Contains(word, StringComparison.Ordinal));

    // The number of letters to insert, delete or replace (Levenshtein), one row of the table at a time.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var letter in one)
        {
            var diagonal = row[0]++;
            for (var column = 1; column < row.Length; column++)
            {
                var replaced = diagonal + (letter == other[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(diagonal, row[column - 1]) + 1);
            }
        }

        return row[^1];
    }
}
