using System.Globalization;
using System.Text;

namespace Watchkeeper.Text;

/// <summary>
/// Durations as Prometheus and Alertmanager write them: <c>5m</c>, <c>1d12h</c>, <c>90s</c>, <c>0</c>. Units are y, w, d, h, m, s
/// and ms, each once and from large to small; a year has 365 days.
/// </summary>
public static class DurationText
{
    private static readonly (string Unit, long Milliseconds)[] Units =
    [
        ("y", 365L * 86_400_000), ("w", 7L * 86_400_000), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000),
        ("ms", 1),
    ];

    /// <summary>The longest duration: a hundred years.</summary>
    public static TimeSpan Max { get; } = TimeSpan.FromDays(36_500);

    /// <summary>Parses a duration; null if the text is none, or it is longer than <see cref="Max"/>.</summary>
    public static TimeSpan? Parse(ReadOnlySpan<char> text)
    {
        if (text is "0")
            return TimeSpan.Zero;
        if (text.IsEmpty)
            return null;
        var (total, next) = (0L, 0);
        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0 || !long.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            text = text[digits..];
            var letters = text.IndexOfAnyInRange('0', '9');
            var unit = text[..(letters < 0 ? text.Length : letters)];
            var at = Find(unit, next);
            if (at < 0 || number > (long)Max.TotalMilliseconds / Units[at].Milliseconds)
                return null;
            total += number * Units[at].Milliseconds;
            next = at + 1;
            text = text[unit.Length..];
        }

        return total <= Max.TotalMilliseconds ? TimeSpan.FromMilliseconds(total) : null;
    }

    /// <summary>Writes a duration as <see cref="Parse"/> reads it, without years and to the second: <c>1d12h</c>.</summary>
    public static string Write(TimeSpan duration)
    {
        var left = (long)Math.Max(0, duration.TotalSeconds) * 1000;
        var text = new StringBuilder();
        foreach (var (unit, milliseconds) in Units[1..^1])
        {
            if (left >= milliseconds)
                text.Append(CultureInfo.InvariantCulture, $"{left / milliseconds}{unit}");
            left %= milliseconds;
        }

        return text.Length == 0 ? "0s" : text.ToString();
    }

    private static int Find(ReadOnlySpan<char> unit, int from)
    {
        for (var at = from; at < Units.Length; at++)
        {
            if (unit.SequenceEqual(Units[at].Unit))
                return at;
        }

        return -1;
    }
}
