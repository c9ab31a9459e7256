using System.Collections.Immutable;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>The newest data of an anomaly alarm with the edges of the band at each of their times.</summary>
internal sealed record BandPoints(ImmutableArray<double> Values, ImmutableArray<double> Lower, ImmutableArray<double> Upper)
{
    /// <summary>Nothing is told.</summary>
    public static BandPoints None { get; } = new([], [], []);

    /// <summary>Beyond which edge they lie; what another source told counts where these say nothing.</summary>
    public BreachSide Side(BandPoints otherwise) => Values.IsEmpty ? otherwise.Own : Own;

    // Data beyond both edges within a few minutes swings, and says nothing about what is needed.
    private BreachSide Own => (
        Any(Upper, static (value, edge) => value > edge),
        Any(Lower, static (value, edge) => value < edge)) switch
    {
        (true, false) => BreachSide.Above,
        (false, true) => BreachSide.Below,
        _ => BreachSide.Unknown,
    };

    private bool Any(ImmutableArray<double> edges, Func<double, double, bool> isBeyond) =>
        edges.Length == Values.Length && Values.Where((value, index) => isBeyond(value, edges[index])).Any();
}
