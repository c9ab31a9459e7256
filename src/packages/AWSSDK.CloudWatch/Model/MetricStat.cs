namespace Amazon.CloudWatch.Model;

/// <summary>A metric and how it is aggregated.</summary>
public class MetricStat
{
    /// <summary>The metric.</summary>
    public Metric Metric { get; set; }

    /// <summary>Over how long, in seconds.</summary>
    public int? Period { get; set; }

    /// <summary>The statistic.</summary>
    public string Stat { get; set; }
}
