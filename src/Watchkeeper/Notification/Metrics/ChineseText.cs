namespace Watchkeeper.Notification.Metrics;

/// <summary>The layout of Chinese text.</summary>
internal static class ChineseText
{
    /// <summary>Joins two texts with a blank, except between two Han characters and beside full-width marks.</summary>
    public static string Join(string first, string second)
    {
        if (first.Length == 0 || second.Length == 0)
            return first + second;
        var (left, right) = (first[^1], second[0]);
        return IsMark(left) || IsMark(right) || (IsHan(left) && IsHan(right)) ? first + second : $"{first} {second}";
    }

    /// <summary>Whether a character is a Han character of the basic planes' two blocks.</summary>
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');

    private static bool IsMark(char c) => c is (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF');
}
