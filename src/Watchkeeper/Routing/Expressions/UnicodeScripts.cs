using System.Globalization;

namespace Watchkeeper.Routing.Expressions;

/// <summary>The scripts of Unicode 13, and which characters that version has.</summary>
internal static class UnicodeScripts
{
    private static readonly Lazy<Dictionary<string, CodePointSet>> All = new(Read);

    private static readonly Lazy<CodePointSet> AllAssigned = new(() => CodePointSet.From(
        [.. All.Value.Values.SelectMany(script => script.Ranges), (0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD)]));

    /// <summary>The characters that a script or the private use has.</summary>
    public static CodePointSet Assigned => AllAssigned.Value;

    /// <summary>The characters of a script (<c>Greek</c>); null if there is none of this name.</summary>
    public static CodePointSet? Find(string name) => All.Value.GetValueOrDefault(name);

    private static Dictionary<string, CodePointSet> Read()
    {
        var scripts = new Dictionary<string, CodePointSet>(StringComparer.Ordinal);
        var (name, ranges, last) = ("", new List<(int First, int Last)>(), 0);
        var text = ScriptTable.Text.AsSpan();
        foreach (var part in text.SplitAny(" \n"))
        {
            var token = text[part];
            if (char.IsAsciiLetterUpper(token[0]))
            {
                scripts[name] = CodePointSet.From(ranges);
                (name, ranges, last) = (token.ToString(), [], 0);
                continue;
            }

            var plus = token.IndexOf('+');
            var first = last + Number(plus < 0 ? token : token[..plus]);
            last = first + (plus < 0 ? 0 : Number(token[(plus + 1)..]));
            ranges.Add((first, last));
        }

        scripts[name] = CodePointSet.From(ranges);
        scripts.Remove("");
        return scripts;
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
