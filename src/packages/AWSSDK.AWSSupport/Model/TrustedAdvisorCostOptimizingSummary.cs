namespace Amazon.AWSSupport.Model;

/// <summary>What could be saved.</summary>
public class TrustedAdvisorCostOptimizingSummary
{
    /// <summary>US dollars a month.</summary>
    public double? EstimatedMonthlySavings { get; set; }

    /// <summary>Per cent of the month's cost.</summary>
    public double? EstimatedPercentMonthlySavings { get; set; }
}
