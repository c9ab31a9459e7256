namespace Amazon.AWSSupport.Model;

/// <summary>What a run found.</summary>
public class TrustedAdvisorCheckResult
{
    /// <summary>What only some categories have.</summary>
    public TrustedAdvisorCategorySpecificSummary CategorySpecificSummary { get; set; }

    /// <summary>The check's id.</summary>
    public string CheckId { get; set; }

    /// <summary>What it looked at, also what was excluded.</summary>
    public List<TrustedAdvisorResourceDetail> FlaggedResources { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The numbers.</summary>
    public TrustedAdvisorResourcesSummary ResourcesSummary { get; set; }

    /// <summary><c>ok</c>, <c>warning</c>, <c>error</c> or <c>not_available</c>.</summary>
    public string Status { get; set; }

    /// <summary>When it ran, as text in ISO 8601.</summary>
    public string Timestamp { get; set; }
}
