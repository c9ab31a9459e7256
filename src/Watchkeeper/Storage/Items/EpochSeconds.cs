using System.Globalization;

namespace Watchkeeper.Storage.Items;

/// <summary>
/// Times as DynamoDB numbers: seconds since 1970, as its time to live requires, with up to seven decimals. The numbers are exact
/// to the tick and keep the order of times. A time in whole seconds takes six bytes.
/// </summary>
internal static class EpochSeconds
{
    public static string Format(DateTimeOffset time) =>
        ((time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / (decimal)TimeSpan.TicksPerSecond)
            .ToString("0.#######", CultureInfo.InvariantCulture);

    /// <summary>Whole seconds, rounded up, so that nothing expires too early.</summary>
    public static string CeilingOf(DateTimeOffset time) =>
        Math.Ceiling((time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / (decimal)TimeSpan.TicksPerSecond)
            .ToString(CultureInfo.InvariantCulture);

    /// <summary>Parses a time; null if the number is no time between the years 1 and 9999.</summary>
    public static DateTimeOffset? Parse(string number)
    {
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(seconds) > 400_000_000_000m)
        {
            return null;
        }

        var ticks = (seconds * TimeSpan.TicksPerSecond) + DateTimeOffset.UnixEpoch.Ticks;
        return ticks >= DateTimeOffset.MinValue.Ticks && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset((long)ticks, TimeSpan.Zero)
            : null;
    }
}
