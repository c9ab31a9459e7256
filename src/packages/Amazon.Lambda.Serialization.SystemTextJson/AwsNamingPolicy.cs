using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// Property names as AWS's event classes want them: two S3 headers by their real names, all others by the given policy.
/// </summary>
public class AwsNamingPolicy : JsonNamingPolicy
{
    private readonly JsonNamingPolicy fallback;

    /// <summary>Leaves all other names as they are in the class.</summary>
    public AwsNamingPolicy()
    {
    }

    /// <summary>Hands all other names to another policy.</summary>
    /// <param name="fallbackNamingPolicy">
    /// Such as <see cref="JsonNamingPolicy.CamelCase"/>; null leaves names as they are.
    /// </param>
    public AwsNamingPolicy(JsonNamingPolicy fallbackNamingPolicy) => fallback = fallbackNamingPolicy;

    /// <inheritdoc/>
    public override string ConvertName(string name) => name switch
    {
        "XAmzId2" => "x-amz-id-2",
        "XAmzRequestId" => "x-amz-request-id",
        _ => fallback?.ConvertName(name) ?? name,
    };
}
