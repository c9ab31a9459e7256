namespace Watchkeeper.Counting;

/// <summary>How many events of one key, or different values in them, within which time are an act.</summary>
/// <param name="Count">The number, from 2 to <see cref="MaxCount"/>.</param>
/// <param name="Minutes">The length of the window in event time, from 1 to <see cref="MaxMinutes"/>.</param>
public sealed record Threshold(int Count, int Minutes)
{
    /// <summary>The greatest number; it bounds what is stored for a key.</summary>
    public const int MaxCount = 100;

    /// <summary>The longest window: a day.</summary>
    public const int MaxMinutes = 1440;

    /// <summary>The length of the window. Two events lie in one window if they are at most this far apart.</summary>
    public TimeSpan Window => TimeSpan.FromMinutes(Minutes);

    /// <summary>
    /// The number of entries that a key holds. Twice the count: as long as the threshold is not reached, no more lie within one
    /// window before and one after an event, so an event that comes late by up to one window is counted exactly.
    /// </summary>
    public int Capacity => 2 * Count;
}
