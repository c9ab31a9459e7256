namespace Amazon.AutoScaling.Model;

/// <summary>A condition on groups.</summary>
public class Filter
{
    /// <summary><c>tag-key</c>, <c>tag-value</c>, or <c>tag:</c> and a key.</summary>
    public string Name { get; set; }

    /// <summary>One of them must be equal; upper and lower case differ.</summary>
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
