using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>SES has taken the mail over; bounces come later, as events.</summary>
public class SendEmailResponse : AmazonWebServiceResponse
{
    /// <summary>SES's id of the mail, which delivery events name.</summary>
    public string MessageId { get; set; }
}
