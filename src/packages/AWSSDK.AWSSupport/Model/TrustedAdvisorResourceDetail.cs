namespace Amazon.AWSSupport.Model;

/// <summary>One resource that a check looked at.</summary>
public class TrustedAdvisorResourceDetail
{
    /// <summary>Whether somebody excluded it from the result.</summary>
    public bool? IsSuppressed { get; set; }

    /// <summary>Its columns; the check's description has their titles. A column may be null.</summary>
    public List<string> Metadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Its region, or null.</summary>
    public string Region { get; set; }

    /// <summary>An id of this row: not the resource's own.</summary>
    public string ResourceId { get; set; }

    /// <summary><c>ok</c>, <c>warning</c> or <c>error</c>.</summary>
    public string Status { get; set; }
}
