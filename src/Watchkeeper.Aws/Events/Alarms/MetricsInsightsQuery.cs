namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// The descriptive parts of a Metrics Insights query: <c>SELECT AVG(metric) FROM SCHEMA("namespace", …) … GROUP BY …</c>
/// («Metrics Insights query components» in the CloudWatch user guide).
/// </summary>
internal sealed record MetricsInsightsQuery(string Function, AlarmMetric Metric, string GroupBy)
{
    /// <summary>Parses a query; missing parts are empty.</summary>
    public static MetricsInsightsQuery Parse(string query)
    {
        var call = After(query, "SELECT ").Trim();
        var open = call.IndexOf('(');
        var close = call.IndexOf(')');
        var isCall = open > 0 && close > open;
        var from = After(query, " FROM ").TrimStart();
        if (from.StartsWith("SCHEMA(", StringComparison.OrdinalIgnoreCase))
            from = from["SCHEMA(".Length..].TrimStart();
        var groups = After(query, " GROUP BY ");
        groups = Before(Before(groups, " ORDER BY "), " LIMIT ");
        return new MetricsInsightsQuery(
            isCall ? call[..open].Trim().ToString() : "",
            new AlarmMetric { Name = isCall ? Unquoted(call[(open + 1)..close]) : "", Namespace = FirstName(from) },
            groups.Trim().ToString());
    }

    /// <summary>The account in a query's condition (<c>WHERE AWS.AccountId = '…'</c>); empty without such a condition.</summary>
    public static string AccountIn(string query)
    {
        var condition = After(query, "AWS.AccountId").TrimStart();
        condition = condition.StartsWith('"') ? condition[1..].TrimStart() : condition;
        if (!condition.StartsWith('='))
            return "";
        condition = condition[1..].TrimStart();
        if (!condition.StartsWith('\''))
            return "";
        var end = condition[1..].IndexOf('\'');
        return end < 0 ? "" : condition.Slice(1, end).ToString();
    }

    /// <summary>The computed function: «AVG(CPUUtilization)».</summary>
    public string Call => Function.Length > 0 ? $"{Function}({Metric.Name})" : "Metrics Insights query";

    /// <summary>Describes the query: «AVG(CPUUtilization) in AWS/EC2 by InstanceId».</summary>
    public override string ToString()
    {
        var where = Metric.Namespace.Length > 0 ? $"{Call} in {Metric.Namespace}" : Call;
        return GroupBy.Length > 0 ? $"{where} by {GroupBy}" : where;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> query, string word)
    {
        var at = query.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? [] : query[(at + word.Length)..];
    }

    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> query, string word)
    {
        var at = query.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? query : query[..at];
    }

    private static string FirstName(ReadOnlySpan<char> text)
    {
        if (text.StartsWith('"') && text[1..].IndexOf('"') is >= 0 and var end)
            return text.Slice(1, end).ToString();
        end = text.IndexOfAny(" ,)");
        return (end < 0 ? text : text[..end]).ToString();
    }

    private static string Unquoted(ReadOnlySpan<char> name) => name.Trim().Trim('"').ToString();
}
