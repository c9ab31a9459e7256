namespace Amazon.AWSSupport.Model;

/// <summary>In which language to list the checks.</summary>
public class DescribeTrustedAdvisorChecksRequest : AmazonAWSSupportRequest
{
    /// <summary>ISO 639-1, <c>en</c> or <c>zh</c> for instance; AWS wants one.</summary>
    public string Language { get; set; }
}
