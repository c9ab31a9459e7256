namespace Amazon.SimpleEmail.Model;

/// <summary>A mail that is composed already.</summary>
public class SendRawEmailRequest : AmazonSimpleEmailServiceRequest
{
    /// <summary>The configuration set, which says where delivery events go; null for the identity's own.</summary>
    public string ConfigurationSetName { get; set; }

    /// <summary>Who gets it; null for those whom the message's own headers name.</summary>
    public List<string> Destinations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The identity whose policy allows the From header; for sending in another account's name.</summary>
    public string FromArn { get; set; }

    /// <summary>The message, header lines and all.</summary>
    public RawMessage RawMessage { get; set; }

    /// <summary>The identity whose policy allows the return path; for sending in another account's name.</summary>
    public string ReturnPathArn { get; set; }

    /// <summary>The sender's address, where bounces go too; null for the From header's. It must be verified.</summary>
    public string Source { get; set; }

    /// <summary>The identity whose policy allows <see cref="Source"/>; for sending in another account's name.</summary>
    public string SourceArn { get; set; }

    /// <summary>Labels for delivery events.</summary>
    public List<MessageTag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
