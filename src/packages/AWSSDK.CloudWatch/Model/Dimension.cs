namespace Amazon.CloudWatch.Model;

/// <summary>One dimension of a metric.</summary>
public class Dimension
{
    /// <summary>Its name.</summary>
    public string Name { get; set; }

    /// <summary>Its value.</summary>
    public string Value { get; set; }
}
