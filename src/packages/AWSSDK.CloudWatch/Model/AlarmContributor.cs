namespace Amazon.CloudWatch.Model;

/// <summary>One time series of an alarm over many.</summary>
public class AlarmContributor
{
    /// <summary>What tells it from the others.</summary>
    public Dictionary<string, string> ContributorAttributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Its id, unique within the alarm.</summary>
    public string ContributorId { get; set; }

    /// <summary>Why it is in state ALARM, in words.</summary>
    public string StateReason { get; set; }

    /// <summary>When it came into that state, in UTC.</summary>
    public DateTime? StateTransitionedTimestamp { get; set; }
}
