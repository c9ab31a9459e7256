using System.Collections.Immutable;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Finds the entry of an alarm's metric: the catalogue's, or one from the author's label or the metric's name.</summary>
internal static class MetricReading
{
    // How authors write a unit behind their label: «Order 5xx rate (%)», «checkout latency [ms]».
    private static readonly ImmutableArray<(string Mark, MetricUnit Unit)> UnitMarks =
    [
        ("(%)", MetricUnit.Percent), ("[%]", MetricUnit.Percent), (" in %", MetricUnit.Percent), ("%", MetricUnit.Percent),
        ("(percent)", MetricUnit.Percent), ("(ms)", MetricUnit.Milliseconds), ("[ms]", MetricUnit.Milliseconds),
        (" in ms", MetricUnit.Milliseconds), ("(s)", MetricUnit.Seconds), ("[s]", MetricUnit.Seconds),
        ("(seconds)", MetricUnit.Seconds), (" in seconds", MetricUnit.Seconds), ("(bytes)", MetricUnit.Bytes),
        ("[bytes]", MetricUnit.Bytes),
    ];

    /// <summary>The entry; whether its unit is only guessed from the name; whether its words are the author's label.</summary>
    public static (MetricEntry Entry, bool IsGuessed, bool IsLabel) Of(MetricFacts facts)
    {
        if (MetricNames.Inert(facts.Label) is { Length: > 0 } label)
            return (OfLabel(label), false, true);
        if (MetricNames.Inert(facts.Metric).Length == 0)
            return (MetricEntry.High(MetricUnit.None, "value", "数值"), false, false);
        if (QueueMetrics.CountsMessages(facts.Namespace, facts.Metric) && IsDeadLetterQueue(facts.Thing))
            return (QueueMetrics.DeadLetters(), false, false);
        var found = MetricCatalogue.Find(facts.Namespace, facts.Metric, facts.Statistic);
        return (OfStatistic(found ?? OfName(facts.Metric), facts.Statistic), found is null, false);
    }

    private static MetricEntry OfLabel(string label)
    {
        foreach (var (mark, unit) in UnitMarks)
        {
            if (label.EndsWith(mark, StringComparison.OrdinalIgnoreCase)
                && label[..^mark.Length].TrimEnd(' ', ',', ':') is { Length: > 0 } name)
            {
                return MetricEntry.High(unit, name, name);
            }
        }

        return MetricEntry.High(MetricUnit.None, label, label);
    }

    private static MetricEntry OfName(string metric)
    {
        var words = MetricNames.WordsOf(metric);
        var name = MetricNames.Inert(metric);
        return MetricEntry.High(MetricNames.UnitOf(metric), words.Length > 0 ? words : name, name);
    }

    // Some statistics have another unit than the metric: a number of samples, and the part of them in a range.
    private static MetricEntry OfStatistic(MetricEntry entry, string statistic)
    {
        if (statistic == "SampleCount" || statistic.StartsWith("TC(", StringComparison.Ordinal))
        {
            return MetricEntry.High(
                MetricUnit.Count, $"{entry.English.Name} samples", ChineseText.Join(entry.Chinese.Name, "样本数"), "个");
        }

        if (!statistic.StartsWith("PR(", StringComparison.Ordinal))
            return entry;
        var range = MetricNames.Inert(statistic);
        return MetricEntry.High(
            MetricUnit.Percent, $"{entry.English.Name} {range}", ChineseText.Join(entry.Chinese.Name, range));
    }

    private static bool IsDeadLetterQueue(string thing)
    {
        var letters = string.Concat(thing.Where(char.IsAsciiLetter));
        return letters.Contains("dlq", StringComparison.OrdinalIgnoreCase)
            || letters.Contains("deadletter", StringComparison.OrdinalIgnoreCase);
    }
}
