using System.Collections.Immutable;
using System.Globalization;

namespace Watchkeeper.Signals;

/// <summary>One data point of a metric, in the metric's own unit.</summary>
/// <param name="At">The start of its period, in whole seconds; null if the source does not say.</param>
/// <param name="Value">The value, with six significant digits.</param>
public sealed record DataPoint(DateTimeOffset? At, double Value);

/// <summary>
/// The newest data points that an alarm judged, oldest first and at most <see cref="Max"/>. Two lists with the same points are
/// equal.
/// </summary>
public sealed class DataPoints : IEquatable<DataPoints>
{
    /// <summary>The maximum number of points: a chart of more does not fit above the fold of a phone.</summary>
    public const int Max = 5;

    private DataPoints(ImmutableArray<DataPoint> points) => Points = points;

    /// <summary>No data points.</summary>
    public static DataPoints None { get; } = new([]);

    /// <summary>The points, oldest first.</summary>
    public ImmutableArray<DataPoint> Points { get; }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Points.IsEmpty;

    /// <summary>
    /// The newest of the points, in the order of their times. If one has no time, all keep their order and lose their times.
    /// Points that are not finite are left out.
    /// </summary>
    public static DataPoints From(IEnumerable<DataPoint> points)
    {
        var known = points.Where(point => double.IsFinite(point.Value)).Select(Bounded).ToList();
        known = known.TrueForAll(point => point.At is not null)
            ? [.. known.OrderBy(point => point.At)]
            : known.ConvertAll(point => point with { At = null });
        return known.Count == 0 ? None : new DataPoints([.. known.TakeLast(Max)]);
    }

    /// <inheritdoc/>
    public bool Equals(DataPoints? other) => other is not null && Points.AsSpan().SequenceEqual(other.Points.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DataPoints);

    /// <inheritdoc/>
    public override int GetHashCode() => Points.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(' ', Points.Select(point => point.Value.ToString(CultureInfo.InvariantCulture)));

    // Six digits are more than a chart shows, and few bytes.
    private static DataPoint Bounded(DataPoint point) => new(
        point.At is { } at ? DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds()) : null,
        double.Parse(point.Value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0);
}
