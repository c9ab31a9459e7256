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
    public TimeSpan? RetryAfter => Seconds("retry-after")
        ?? (DateOf("retry-after") is { } due ? Bounded(due - (DateOf("date") ?? ReceivedAt)) : null);

    /// <summary>How far this machine's clock is ahead of the receiver's; null if the answer does not tell the time.</summary>
    public TimeSpan? ClockAhead => DateOf("date") is { } told ? ReceivedAt - told : null;

    /// <summary>The delay that a header asks for in seconds, between 0 and one hour; null without one.</summary>
    public TimeSpan? Seconds(string header) =>
        double.TryParse(
            Headers.GetValueOrDefault(header), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? Bounded(seconds >= MaxDelay.TotalSeconds ? MaxDelay : TimeSpan.FromSeconds(seconds))
            : null;

    private static TimeSpan Bounded(TimeSpan delay) =>
        delay < TimeSpan.Zero ? TimeSpan.Zero : delay > MaxDelay ? MaxDelay : delay;

    private DateTimeOffset? DateOf(string header) => DateTimeOffset.TryParseExact(
        Headers.GetValueOrDefault(header), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
        ? date
        : null;
}
