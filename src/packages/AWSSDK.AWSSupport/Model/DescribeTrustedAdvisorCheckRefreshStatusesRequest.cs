namespace Amazon.AWSSupport.Model;

/// <summary>Which checks' runs to tell of.</summary>
public class DescribeTrustedAdvisorCheckRefreshStatusesRequest : AmazonAWSSupportRequest
{
    /// <summary>The ids; one of a check that cannot be asked to run makes the whole request fail.</summary>
    public List<string> CheckIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
