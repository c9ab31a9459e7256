namespace Amazon.AWSSupport.Model;

/// <summary>Which check shall run again.</summary>
public class RefreshTrustedAdvisorCheckRequest : AmazonAWSSupportRequest
{
    /// <summary>The check's id.</summary>
    public string CheckId { get; set; }
}
