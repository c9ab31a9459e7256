namespace Watchkeeper.Notification.Metrics;

/// <summary>A row of the catalogue: an entry and the metrics that it describes.</summary>
/// <param name="entry">The entry.</param>
/// <param name="names">The metrics' names. One «*» at the start or the end stands for any text.</param>
internal sealed class MetricRow(MetricEntry entry, params string[] names)
{
    /// <summary>The entry.</summary>
    public MetricEntry Entry { get; } = entry;

    /// <summary>The metrics' names.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The only statistic of the row; empty for any. A later row then has the other statistics.</summary>
    public string Statistic { get; init; } = "";

    /// <summary>Whether the row describes the metric in this statistic.</summary>
    public bool Matches(string metric, string statistic)
    {
        if (Statistic.Length > 0 && Statistic != statistic)
            return false;
        foreach (var name in names)
        {
            if (name[0] == '*' ? metric.EndsWith(name[1..], StringComparison.Ordinal)
                : name[^1] == '*' ? metric.StartsWith(name[..^1], StringComparison.Ordinal)
                : name == metric)
            {
                return true;
            }
        }

        return false;
    }
}
