using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

/// <summary>What a check found.</summary>
public class DescribeTrustedAdvisorCheckResultResponse : AmazonWebServiceResponse
{
    /// <summary>The last run's result.</summary>
    public TrustedAdvisorCheckResult Result { get; set; }
}
