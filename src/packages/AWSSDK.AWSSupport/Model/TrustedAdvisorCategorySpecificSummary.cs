namespace Amazon.AWSSupport.Model;

/// <summary>What only some categories have.</summary>
public class TrustedAdvisorCategorySpecificSummary
{
    /// <summary>For checks of cost; otherwise null.</summary>
    public TrustedAdvisorCostOptimizingSummary CostOptimizing { get; set; }
}
