using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

/// <summary>All checks.</summary>
public class DescribeTrustedAdvisorChecksResponse : AmazonWebServiceResponse
{
    /// <summary>The checks, of all categories.</summary>
    public List<TrustedAdvisorCheckDescription> Checks { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
