using Amazon.Runtime;

namespace Watchkeeper.Aws.Connections;

/// <summary>
/// Configures all service clients alike: one HTTP client, standard retries, and time-outs far below a function's own.
/// </summary>
public sealed class AwsConnections : IDisposable
{
    private readonly SharedHttp http;

    /// <summary>Creates the HTTP client without connecting.</summary>
    public AwsConnections(TrustStore trust)
        : this(trust, TimeSpan.FromSeconds(5))
    {
    }

    internal AwsConnections(TrustStore trust, TimeSpan limit) => http = new SharedHttp(trust, limit);

    /// <summary>
    /// Finds the credentials: in a function the variables from Lambda, without a search; elsewhere the SDK's own chain.
    /// </summary>
    public static AWSCredentials? Credentials() =>
        Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is { Length: > 0 }
            ? new EnvironmentVariablesAWSCredentials()
            : null;

    /// <summary>Applies the common settings to a configuration.</summary>
    public T Configure<T>(T config)
        where T : ClientConfig
    {
        ArgumentNullException.ThrowIfNull(config);
        config.HttpClientFactory = http;
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = 2;
        return config;
    }

    /// <summary>Closes the shared HTTP client.</summary>
    public void Dispose() => http.Dispose();
}
