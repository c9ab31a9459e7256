using System.Globalization;
using Watchkeeper.Signals;

namespace Watchkeeper.Storage.Items;

/// <summary>
/// Data points as one text, because a list of maps would take four times the bytes: each point is its value, and where it has a
/// time, <c>@</c> and the seconds since the point before it (for the first: since 1970), such as <c>88.7@1794903180 93.2@60</c>.
/// </summary>
internal static class DataPointsItem
{
    public static string Write(DataPoints points)
    {
        var before = 0L;
        return string.Join(' ', points.Points.Select(point =>
        {
            var value = point.Value.ToString("R", CultureInfo.InvariantCulture);
            if (point.At is not { } at)
                return value;
            var seconds = at.ToUnixTimeSeconds();
            var text = string.Create(CultureInfo.InvariantCulture, $"{value}@{seconds - before}");
            before = seconds;
            return text;
        }));
    }

    /// <summary>Reads the points; null if the text is no list of points.</summary>
    public static DataPoints? Read(string text)
    {
        var points = new List<DataPoint>();
        var before = 0L;
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (value, time) = part.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at
                ? (part[..at], part[(at + 1)..])
                : (part, null);
            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                || (time is not null && !Advance(time, ref before)))
            {
                return null;
            }

            points.Add(new DataPoint(time is null ? null : DateTimeOffset.FromUnixTimeSeconds(before), number));
        }

        return DataPoints.From(points);
    }

    private static bool Advance(string time, ref long before)
    {
        // The years 0001 to 9999.
        if (!long.TryParse(time, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            || seconds is < -62_135_596_800 or > 253_402_300_799
            || before + seconds is < -62_135_596_800 or > 253_402_300_799)
        {
            return false;
        }

        before += seconds;
        return true;
    }
}
