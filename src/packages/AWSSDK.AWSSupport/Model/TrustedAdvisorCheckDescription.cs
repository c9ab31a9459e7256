namespace Amazon.AWSSupport.Model;

/// <summary>A check.</summary>
public class TrustedAdvisorCheckDescription
{
    /// <summary>
    /// <c>cost_optimizing</c>, <c>security</c>, <c>fault_tolerance</c>, <c>performance</c>, <c>service_limits</c> or
    /// <c>operational_excellence</c>.
    /// </summary>
    public string Category { get; set; }

    /// <summary>What it looks for and what to do, as HTML.</summary>
    public string Description { get; set; }

    /// <summary>The check's id, the same in all accounts.</summary>
    public string Id { get; set; }

    /// <summary>The titles of the columns of its flagged resources, in their order.</summary>
    public List<string> Metadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The check's name.</summary>
    public string Name { get; set; }
}
