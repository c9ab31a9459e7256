using System.Globalization;
using Watchkeeper.Incidents;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>
/// When the sweep looks for changes that the stream lost: once an hour for each active incident, at a minute that its id chooses,
/// so that few are read in one sweep. A missed sweep is made up for an hour later.
/// </summary>
internal static class LostChangesSweep
{
    private const int Minutes = 60;

    // The template gives a change up after half a day, and DynamoDB's streams forget it after a day.
    private static readonly TimeSpan StreamRetention = TimeSpan.FromHours(24);

    /// <summary>Whether this sweep looks at the incident.</summary>
    public static bool IsDue(Slot slot, DateTimeOffset tick) =>
        slot.Incident is { Id: { Length: > 4 } id }
        && uint.TryParse(id.AsSpan(id.Length - 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash)
        && hash % Minutes == tick.Minute;

    /// <summary>Whether the stream can no longer deliver the slot's last change, nor any before it.</summary>
    public static bool IsDelivered(Slot slot, DateTimeOffset tick) => tick - slot.Last.RecordedAt >= StreamRetention;
}
