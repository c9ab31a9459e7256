namespace Amazon.SimpleEmail.Model;

/// <summary>Who gets a mail: together at most 50 addresses.</summary>
public class Destination
{
    /// <summary>Those whom the others do not see.</summary>
    public List<string> BccAddresses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Those who get a copy.</summary>
    public List<string> CcAddresses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Those whom it is addressed to.</summary>
    public List<string> ToAddresses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
