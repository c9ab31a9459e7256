using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

/// <summary>How far the runs are.</summary>
public class DescribeTrustedAdvisorCheckRefreshStatusesResponse : AmazonWebServiceResponse
{
    /// <summary>One for each check.</summary>
    public List<TrustedAdvisorCheckRefreshStatus> Statuses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
