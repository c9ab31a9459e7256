using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>The newest data points of an anomaly alarm, each with the edges of the band at its time.</summary>
internal sealed record BandPoints(ImmutableArray<double> Values, ImmutableArray<double> Lower, ImmutableArray<double> Upper)
{
    /// <summary>No data points.</summary>
    public static BandPoints None { get; } = new([], [], []);

    /// <summary>
    /// The edge that the data points lie beyond. If there are no data points, <paramref name="otherwise"/> decides.
    /// </summary>
    public BreachSide Side(BandPoints otherwise) => Values.IsEmpty ? otherwise.Own : Own;

    // Data beyond both edges within a few minutes oscillates and shows no direction.
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
