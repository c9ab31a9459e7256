namespace Amazon.AWSSupport.Model;

/// <summary>How many resources.</summary>
public class TrustedAdvisorResourcesSummary
{
    /// <summary>Those with a finding.</summary>
    public long? ResourcesFlagged { get; set; }

    /// <summary>Those left out because their data could not be had.</summary>
    public long? ResourcesIgnored { get; set; }

    /// <summary>All that were looked at.</summary>
    public long? ResourcesProcessed { get; set; }

    /// <summary>Those that somebody excluded.</summary>
    public long? ResourcesSuppressed { get; set; }
}
