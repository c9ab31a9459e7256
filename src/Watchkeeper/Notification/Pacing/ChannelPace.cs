namespace Watchkeeper.Notification.Pacing;

/// <summary>How many requests a receiver takes at one address.</summary>
/// <param name="Requests">The requests that it takes at once, at least 1.</param>
/// <param name="Per">The time after which it takes as many again.</param>
public sealed record ChannelPace(int Requests, TimeSpan Per)
{
    /// <summary>One request a second.</summary>
    public static ChannelPace EachSecond { get; } = new(1, TimeSpan.FromSeconds(1));

    /// <summary>The time from one request to the next at a steady pace.</summary>
    public TimeSpan Interval => Per / Requests;
}
