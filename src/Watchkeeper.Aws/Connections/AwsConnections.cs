using Amazon.Runtime;

namespace Watchkeeper.Aws.Connections;

/// <summary>Sets up service clients alike: one HTTP client, standard retries, time-outs far inside a function's own.</summary>
public sealed class AwsConnections : IDisposable
{
    private readonly SharedHttp http;

    /// <summary>Connects to nothing yet.</summary>
    public AwsConnections(TrustStore trust)
        : this(trust, TimeSpan.FromSeconds(5))
    {
    }

    internal AwsConnections(TrustStore trust, TimeSpan limit) => http = new SharedHttp(trust, limit);

    /// <summary>
    /// Where credentials come from: in a function the variables that Lambda sets, found at once; elsewhere the SDK's own chain.
    /// </summary>
    public static AWSCredentials? Credentials() =>
        Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is { Length: > 0 } ? new EnvironmentVariablesAWSCredentials() : null;

    /// <summary>The configuration with the common settings made on it.</summary>
    public T Configure<T>(T config)
        where T : ClientConfig
    {
        ArgumentNullException.ThrowIfNull(config);
        config.HttpClientFactory = http;
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = 2;
        return config;
    }

    /// <summary>Closes the HTTP client under all of them.</summary>
    public void Dispose() => http.Dispose();
}
