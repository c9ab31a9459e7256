namespace Amazon.AWSSupport.Model;

/// <summary>Which check's result to tell.</summary>
public class DescribeTrustedAdvisorCheckResultRequest : AmazonAWSSupportRequest
{
    /// <summary>The check's id.</summary>
    public string CheckId { get; set; }

    /// <summary>ISO 639-1; null is <c>en</c>.</summary>
    public string Language { get; set; }
}
