namespace Amazon.CloudWatch.Model;

/// <summary>A metric.</summary>
public class Metric
{
    /// <summary>Its dimensions; null when there is none.</summary>
    public List<Dimension> Dimensions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Its name.</summary>
    public string MetricName { get; set; }

    /// <summary>Its namespace.</summary>
    public string Namespace { get; set; }
}
