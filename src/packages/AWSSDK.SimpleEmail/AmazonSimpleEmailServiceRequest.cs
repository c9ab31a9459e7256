using Amazon.Runtime;

namespace Amazon.SimpleEmail;

/// <summary>What all requests to Amazon SES (version 1 of its API) are.</summary>
public class AmazonSimpleEmailServiceRequest : AmazonWebServiceRequest
{
}
