using System.Collections.Frozen;

namespace Watchkeeper.Text;

/// <summary>
/// Lower and upper case of one UTF-16 unit by Unicode's full mappings (SpecialCasing). The engine uses these mappings; <see
/// cref="char"/> does not. The upper case of ß is SS.
/// </summary>
internal static class FullCaseMapping
{
    /// <summary>The characters whose upper case has several characters. Each entry: the character, then its upper case.</summary>
    private const string UpperCases =
        "\u00DFSS \u0131I \u0149\u02BCN \u017FS \u01F0J\u030C \u0390\u0399\u0308\u0301 \u03B0\u03A5\u0308\u0301 " +
        "\u0587\u0535\u0552 \u1E96H\u0331 \u1E97T\u0308 \u1E98W\u030A \u1E99Y\u030A \u1E9AA\u02BE \u1F50\u03A5\u0313 " +
        "\u1F52\u03A5\u0313\u0300 \u1F54\u03A5\u0313\u0301 \u1F56\u03A5\u0313\u0342 \u1FB2\u1FBA\u0399 \u1FB3\u0391\u0399 " +
        "\u1FB4\u0386\u0399 \u1FB6\u0391\u0342 \u1FB7\u0391\u0342\u0399 \u1FBC\u0391\u0399 \u1FC2\u1FCA\u0399 " +
        "\u1FC3\u0397\u0399 \u1FC4\u0389\u0399 \u1FC6\u0397\u0342 \u1FC7\u0397\u0342\u0399 \u1FCC\u0397\u0399 " +
        "\u1FD2\u0399\u0308\u0300 \u1FD3\u0399\u0308\u0301 \u1FD6\u0399\u0342 \u1FD7\u0399\u0308\u0342 " +
        "\u1FE2\u03A5\u0308\u0300 \u1FE3\u03A5\u0308\u0301 \u1FE4\u03A1\u0313 \u1FE6\u03A5\u0342 \u1FE7\u03A5\u0308\u0342 " +
        "\u1FF2\u1FFA\u0399 \u1FF3\u03A9\u0399 \u1FF4\u038F\u0399 \u1FF6\u03A9\u0342 \u1FF7\u03A9\u0342\u0399 " +
        "\u1FFC\u03A9\u0399 \uFB00FF \uFB01FI \uFB02FL \uFB03FFI \uFB04FFL \uFB05ST \uFB06ST \uFB13\u0544\u0546 " +
        "\uFB14\u0544\u0535 \uFB15\u0544\u053B \uFB16\u054E\u0546 \uFB17\u0544\u053D";

    private const char FirstWithIotaBelow = '\u1F80';
    private const char LastWithIotaBelow = '\u1FAF';

    private static readonly FrozenDictionary<char, string> Special =
        UpperCases.Split(' ').ToFrozenDictionary(entry => entry[0], entry => entry[1..]);

    public static string Lower(char character) =>
        character == '\u0130' ? "i\u0307" : char.ToLowerInvariant(character).ToString();

    public static string Upper(char character)
    {
        if (Special.TryGetValue(character, out var upper)) return upper;
        return character is >= FirstWithIotaBelow and <= LastWithIotaBelow
            ? $"{WithoutIota(character)}\u0399"
            : char.ToUpperInvariant(character).ToString();
    }

    /// <summary>Greek vowels with an iota below are in three rows of sixteen; the vowels alone are in another block.</summary>
    private static char WithoutIota(char character)
    {
        var row = ((character - FirstWithIotaBelow) / 16) switch { 0 => '\u1F08', 1 => '\u1F28', _ => '\u1F68' };
        return (char)(row + ((character - FirstWithIotaBelow) % 8));
    }
}
