using System.Collections.Immutable;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>One line that says what an alarm watches: what of whom.</summary>
internal static class AlarmTitle
{
    private const int MaxNames = 3;
    private const int MaxLength = 120;

    /// <summary>The line; the same by every way that a state change comes.</summary>
    public static string Create(
        AlarmFacts facts,
        AlarmType type,
        ImmutableArray<AlarmMetric> metrics,
        ImmutableArray<KeyValuePair<string, string>> dimensions)
    {
        var whose = metrics is [{ Namespace: "AWS/Billing" }, ..]
            ? Payer(facts, dimensions)
            : MainDimension.InWords(dimensions, isSeries: facts.ContributorAttributes.Length > 0);
        return type switch
        {
            AlarmType.Composite => Combination(facts.Rule),
            AlarmType.MetricsInsights => Query(facts.Metrics, whose),
            AlarmType.MetricMath => AlarmFormula.Format(facts.Metrics) + Create(whose),
            AlarmType.Anomaly when !metrics.IsEmpty => $"{Measured(metrics[0], whose)} outside its expected range",
            AlarmType.Metric => Measured(metrics[0], whose),
            _ => Said(facts) + Create(whose),
        };
    }

    private static string Measured(AlarmMetric metric, string whose) =>
        whose.Length > 0 ? metric.Name + Create(whose) : $"{metric.Name} in {metric.Namespace}";

    private static string Query(ImmutableArray<AlarmMetric> metrics, string whose)
    {
        var query = MetricsInsightsQuery.Parse(metrics.First(AlarmTypes.IsQuery).Expression);
        return whose.Length > 0 ? query.Call + Create(whose) : query.ToString();
    }

    // Whose money it is: a service's, a linked account's, or all of the account's.
    private static string Payer(AlarmFacts facts, ImmutableArray<KeyValuePair<string, string>> dimensions)
    {
        var named = MainDimension.InWords(dimensions, isSeries: false);
        var account = Arn.Parse(facts.Arn)?.Account is { Length: > 0 } own ? own : facts.Account;
        var currency = dimensions.FirstOrDefault(dimension => dimension.Key == "Currency").Value;
        var payer = named.Length > 0 ? named : $"account {account}".TrimEnd();
        return currency is { Length: > 0 } ? $"{payer} ({ThingName.Short(currency)})" : payer;
    }

    // A query in PromQL is no sentence: what its maker wrote of it is, or its name.
    private static string Said(AlarmFacts facts)
    {
        var alert = facts.ContributorAttributes.FirstOrDefault(attribute => attribute.Key == "alertname").Value;
        if (alert is { Length: > 0 })
            return InertText.Shorten(alert, MaxLength);
        return FirstLine(facts.Description) is { Length: > 0 } line ? InertText.Shorten(line, MaxLength) : facts.Name;
    }

    private static string Combination(string rule) =>
        AlarmRule.NamesIn(rule) is { IsEmpty: false } names ? $"Combination of {Listed(names)}" : $"Combination: {rule}";

    // Three in any case, and more while they fit.
    private static string Listed(ImmutableArray<string> names)
    {
        var count = Math.Min(MaxNames, names.Length);
        for (var length = names.Take(count).Sum(name => name.Length); count < names.Length; count++)
        {
            length += names[count].Length;
            if (length > MaxLength)
                break;
        }

        var listed = string.Join(", ", names.Take(count));
        return count < names.Length ? $"{listed} and {names.Length - count} more" : listed;
    }

    private static string Create(string whose) => whose.Length > 0 ? $" of {whose}" : "";

    // Without what it declares for machines; JSON says nothing to people.
    private static string FirstLine(string text)
    {
        var line = text.Trim().Split('\n', 2)[0];
        foreach (var key in (ReadOnlySpan<string>)["severity", "priority", "runbook"])
        {
            if (line.IndexOf(key, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
                && line.AsSpan(at + key.Length).TrimStart() is ['=' or ':', ..])
                line = line[..at];
        }

        line = line.Trim().TrimEnd('.', ',', ';', '-', '|');
        return line.StartsWith('{') || line.StartsWith("[{", StringComparison.Ordinal) ? "" : line;
    }
}
