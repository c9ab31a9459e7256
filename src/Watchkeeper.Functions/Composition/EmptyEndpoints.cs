namespace Watchkeeper.Functions.Composition;

/// <summary>
/// Endpoint variables with an empty value. Tools for local runs leave them behind, and the AWS SDK builds no client with one.
/// </summary>
internal static class EmptyEndpoints
{
    /// <summary>
    /// Unsets the empty variables, so that each service uses its default endpoint. See «Service-specific endpoints» in the SDKs'
    /// reference guide.
    /// </summary>
    public static void Unset()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.OfType<string>())
        {
            if (name.StartsWith("AWS_ENDPOINT_URL", StringComparison.Ordinal)
                && string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name)))
                Environment.SetEnvironmentVariable(name, null);
        }
    }
}
