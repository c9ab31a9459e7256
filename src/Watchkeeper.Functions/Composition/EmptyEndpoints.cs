namespace Watchkeeper.Functions.Composition;

/// <summary>Addresses that are set to nothing, as tools for local runs leave them: the AWS SDK cannot be built with one.</summary>
public static class EmptyEndpoints
{
    /// <summary>Unsets them, so that the service's own address holds; see «Service-specific endpoints» in the SDKs' reference guide.</summary>
    public static void Unset()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.OfType<string>())
        {
            if (name.StartsWith("AWS_ENDPOINT_URL", StringComparison.Ordinal) && string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name)))
                Environment.SetEnvironmentVariable(name, null);
        }
    }
}
