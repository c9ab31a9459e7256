using System.Collections.Immutable;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>Creates a one-line title: the watched quantity and its resource.</summary>
internal static class AlarmTitle
{
    private const int MaxNames = 3;
    private const int MaxLength = 120;

    /// <summary>Creates the title, which is the same from every source of a state change.</summary>
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

    // The payer: a service, a linked account, or the whole account.
    private static string Payer(AlarmFacts facts, ImmutableArray<KeyValuePair<string, string>> dimensions)
    {
        var named = MainDimension.InWords(dimensions, isSeries: false);
        var account = Arn.Parse(facts.Arn)?.Account is { Length: > 0 } own ? own : facts.Account;
        var currency = dimensions.FirstOrDefault(dimension => dimension.Key == "Currency").Value;
        var payer = named.Length > 0 ? named : $"account {account}".TrimEnd();
        return currency is { Length: > 0 } ? $"{payer} ({ThingName.Short(currency)})" : payer;
    }

    // A PromQL query is unreadable in a title. The author's description, or else the alarm's name, replaces the query.
    private static string Said(AlarmFacts facts)
    {
        var alert = facts.ContributorAttributes.FirstOrDefault(attribute => attribute.Key == "alertname").Value;
        if (alert is { Length: > 0 })
            return InertText.Shorten(alert, MaxLength);
        return FirstLine(facts.Description) is { Length: > 0 } line ? InertText.Shorten(line, MaxLength) : facts.Name;
    }

    private static string Combination(string rule) =>
        AlarmRule.NamesIn(rule) is { IsEmpty: false } names ? $"Combination of {Listed(names)}" : $"Combination: {rule}";

    // At least three names, and more while they fit.
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

    // Omits declarations for machines. JSON is not readable for people.
    private static string FirstLine(string text)
    {
        var line = text.Trim().Split('\n', 2)[0];
        foreach (var key in (ReadOnlySpan<string>)["severity", "priority", "runbook"])
        {
            if (line.IndexOf(key, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
                && line.AsSpan(at + key.Length).TrimStart() is ['=' or ':', ..])
            {
                line = line[..at];
            }
        }

        line = line.Trim().TrimEnd('.', ',', ';', '-', '|');
        return line.StartsWith('{') || line.StartsWith("[{", StringComparison.Ordinal) ? "" : line;
    }
}
