namespace Amazon.CloudWatch.Model;

/// <summary>A metric, or an expression over others.</summary>
public class MetricDataQuery
{
    /// <summary>The account that the metric is in, where it is another one.</summary>
    public string AccountId { get; set; }

    /// <summary>Metric math or a query; null for a metric.</summary>
    public string Expression { get; set; }

    /// <summary>The name by which expressions call it.</summary>
    public string Id { get; set; }

    /// <summary>What its maker calls it.</summary>
    public string Label { get; set; }

    /// <summary>The metric; null for an expression.</summary>
    public MetricStat MetricStat { get; set; }

    /// <summary>Over how long an expression is computed, in seconds.</summary>
    public int? Period { get; set; }

    /// <summary>Whether it is what the alarm watches; null is true.</summary>
    public bool? ReturnData { get; set; }
}
