using System.Collections.Immutable;

namespace Watchkeeper.Cli.Usage;

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
            .. known.Select(name => (Name: name, Distance: Distance(wanted, name.ToLowerInvariant())))
                .Where(each => each.Distance <= Math.Max(1, wanted.Length / 3) || HoldsAll(each.Name, words))
                .OrderBy(each => each.Distance).ThenBy(each => each.Name, StringComparer.Ordinal)
                .Take(MaxNames)
                .Select(each => each.Name),
        ];
    }

    private static bool HoldsAll(string name, string[] words) =>
        words.Sum(word => word.Length) > 2 && words.All(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // The number of letters to insert, delete, replace, or swap with the next one (optimal string alignment).
    private static int Distance(string one, string other)
    {
        var distances = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
                distances[i, j] = i == 0 || j == 0 ? i + j : Step(i, j);
        }

        return distances[one.Length, other.Length];

        int Step(int i, int j)
        {
            var replaced = distances[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            var least = Math.Min(replaced, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
            var isSwapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            return isSwapped ? Math.Min(least, distances[i - 2, j - 2] + 1) : least;
        }
    }
}
