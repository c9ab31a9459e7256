using System.Collections.Immutable;
using Watchkeeper.Muting;

namespace Watchkeeper.Simulation.Workload;

/// <summary>
/// Windows and the times around their edges: of a plain day, and of the two nights in which Berlin puts its clocks forward and
/// back.
/// </summary>
/// <param name="Begin">When the history begins.</param>
/// <param name="Zone">The time zone of the windows.</param>
/// <param name="Times">The windows, in minutes of the day.</param>
internal sealed record EdgeOfDay(DateTimeOffset Begin, string Zone, ImmutableArray<NumberRange> Times)
{
    /// <summary>How long the edges are looked for.</summary>
    public const int Minutes = 100;

    private const string Berlin = "Europe/Berlin";

    // «Sommerzeit» by directive 2000/84/EC: from the last Sunday of March to that of October, at one o'clock UTC.
    private static readonly DateTimeOffset Forward = new(2026, 3, 29, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Back = new(2026, 10, 25, 1, 0, 0, TimeSpan.Zero);

    /// <summary>The windows of a seed.</summary>
    public static EdgeOfDay For(ulong seed) => (seed % 6) switch
    {
        0 => new(new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero), "UTC", [new(370, 385), new(395, 400)]),
        1 => new(new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero), "UTC", [new(370, 385), new(385, 386), new(400, 440)]),
        // Ends in the hour that is missing; begins in it; lies in it.
        2 => new(Forward.AddMinutes(-30), Berlin, [new(100, 150)]),
        3 => new(Forward.AddMinutes(-30), Berlin, [new(90, 110), new(135, 165), new(150, 195)]),
        // Comes twice; ends in the hour that comes twice.
        4 => new(Back.AddMinutes(-30), Berlin, [new(160, 170), new(185, 190)]),
        _ => new(Back.AddMinutes(-30), Berlin, [new(120, 165)]),
    };

    /// <summary>The times at which a window begins or ends.</summary>
    public ImmutableArray<DateTimeOffset> Edges =>
    [
        .. Enumerable.Range(1, Minutes).Select(minute => Begin.AddMinutes(minute))
            .Where(time => Holds(time) != Holds(time.AddMinutes(-1))),
    ];

    /// <summary>Whether a window holds at a time.</summary>
    public bool Holds(DateTimeOffset time) => Times.Any(range => IsInside(range, Zone, time));

    /// <summary>Whether a time is inside a window, by the world's own calendar and not by the product's.</summary>
    public static bool IsInside(NumberRange range, string zone, DateTimeOffset time)
    {
        var local = time.UtcDateTime + (zone is Berlin ? TimeSpan.FromHours(time >= Forward && time < Back ? 2 : 1) : TimeSpan.Zero);
        var minute = (local.Hour * 60) + local.Minute;
        return minute >= range.First && minute < range.Last;
    }
}
