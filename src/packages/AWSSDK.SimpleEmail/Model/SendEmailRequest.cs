namespace Amazon.SimpleEmail.Model;

/// <summary>A mail for SES to compose; at most 50 recipients, and 40 MB when encoded.</summary>
public class SendEmailRequest : AmazonSimpleEmailServiceRequest
{
    /// <summary>The configuration set, which says where delivery events go; null for the identity's own.</summary>
    public string ConfigurationSetName { get; set; }

    /// <summary>Who gets it.</summary>
    public Destination Destination { get; set; }

    /// <summary>What it says.</summary>
    public Message Message { get; set; }

    /// <summary>Where answers go; null for <see cref="Source"/>.</summary>
    public List<string> ReplyToAddresses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Where bounces and complaints go; it must be verified.</summary>
    public string ReturnPath { get; set; }

    /// <summary>The identity whose policy allows <see cref="ReturnPath"/>; for sending in another account's name.</summary>
    public string ReturnPathArn { get; set; }

    /// <summary>
    /// The sender's address, which must be verified. A name beside it that is not ASCII must be encoded already (RFC 2047).
    /// </summary>
    public string Source { get; set; }

    /// <summary>The identity whose policy allows <see cref="Source"/>; for sending in another account's name.</summary>
    public string SourceArn { get; set; }

    /// <summary>Labels for delivery events.</summary>
    public List<MessageTag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
