using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

/// <summary>How far the run is that was asked for.</summary>
public class RefreshTrustedAdvisorCheckResponse : AmazonWebServiceResponse
{
    /// <summary>The run, and when the next one may be asked for.</summary>
    public TrustedAdvisorCheckRefreshStatus Status { get; set; }
}
