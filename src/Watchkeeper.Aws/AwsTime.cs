using System.Globalization;

namespace Watchkeeper.Aws;

/// <summary>Parses times in AWS's formats and checks whether they are plausible.</summary>
internal static class AwsTime
{
    private static readonly string[] Iso =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>CloudWatch's first day. No event is older.</summary>
    private static readonly DateTimeOffset First = new(2009, 5, 17, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The maximum lead of a source's clock over the local clock.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Parses ISO 8601 with Z, +00:00 or +0000 and up to seven digits of a second, and the HTTP format of Health. Null for any
    /// other format.
    /// </summary>
    public static DateTimeOffset? Parse(string text)
    {
        const DateTimeStyles universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, Iso, CultureInfo.InvariantCulture, universal, out var time))
            return time;
        // The day's name is ignored, because AWS sometimes writes the wrong one.
        var day = text.AsSpan(text.IndexOf(',', StringComparison.Ordinal) + 1).Trim();
        return DateTimeOffset.TryParseExact(day, "d MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, universal, out time)
            ? time
            : null;
    }

    /// <summary>Explains why a time is implausible and what is expected; null for a plausible time.</summary>
    public static string? Error(DateTimeOffset time, DateTimeOffset now) =>
        time < First ? "expected a time since 2009-05-17, CloudWatch's first day"
        : time > now + Ahead ? $"expected a time that is not in the future (it is {now.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} now)"
        : null;
}
