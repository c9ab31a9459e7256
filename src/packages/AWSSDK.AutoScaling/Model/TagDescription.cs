namespace Amazon.AutoScaling.Model;

/// <summary>A tag of a group.</summary>
public class TagDescription
{
    /// <summary>The tag's key.</summary>
    public string Key { get; set; }

    /// <summary>Whether instances that the group launches get it too.</summary>
    public bool? PropagateAtLaunch { get; set; }

    /// <summary>The group's name.</summary>
    public string ResourceId { get; set; }

    /// <summary><c>auto-scaling-group</c>.</summary>
    public string ResourceType { get; set; }

    /// <summary>The tag's value.</summary>
    public string Value { get; set; }
}
