using System.Collections.Immutable;
using System.Globalization;

namespace Watchkeeper.Channels.Http;

/// <summary>A receiver's answer.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body in UTF-8, cut to <see cref="MaxBody"/> bytes. Untrusted text.</param>
/// <param name="ReceivedAt">When it came.</param>
public sealed record HttpAnswer(int Status, string Body, DateTimeOffset ReceivedAt)
{
    /// <summary>How many bytes of a body are read.</summary>
    public const int MaxBody = 64 * 1024;

    // Longer than any limit that a receiver documents; what asks for more is taken for a mistake.
    private static readonly TimeSpan MaxDelay = TimeSpan.FromHours(1);

    /// <summary>The headers, by their names in lower case.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the status says success.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>
    /// The delay that <c>Retry-After</c> asks for, in seconds or as a date (RFC 9110, section 10.2.3), between 0 and one hour;
    /// null without one. A date counts from the answer's own <c>Date</c>, because the two clocks may differ.
    /// </summary>
    public TimeSpan? RetryAfter
    {
        get
        {
            if (!Headers.TryGetValue("retry-after", out var text))
                return null;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
                return Bounded(seconds >= MaxDelay.TotalSeconds ? MaxDelay : TimeSpan.FromSeconds(seconds));
            return DateOf(text) is { } due ? Bounded(due - (DateOf(Headers.GetValueOrDefault("date")) ?? ReceivedAt)) : null;
        }
    }

    private static TimeSpan Bounded(TimeSpan delay) =>
        delay < TimeSpan.Zero ? TimeSpan.Zero : delay > MaxDelay ? MaxDelay : delay;

    private static DateTimeOffset? DateOf(string? text) => DateTimeOffset.TryParseExact(
        text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
