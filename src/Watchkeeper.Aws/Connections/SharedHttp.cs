using Amazon.Runtime;

namespace Watchkeeper.Aws.Connections;

/// <summary>The HTTP client of all service clients in the process: one handler, one pool, one trust store.</summary>
internal sealed class SharedHttp : HttpClientFactory, IDisposable
{
    private readonly HttpClient client;

    /// <param name="trust">The trusted certificates.</param>
    /// <param name="limit">
    /// The time limit for a response, to its last byte. The SDK sets its own limit only on HTTP clients that it creates.
    /// </param>
    public SharedHttp(TrustStore trust, TimeSpan limit)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // Looks for a proxy only where one is likely, because the search costs time at every start.
            UseProxy = trust != TrustStore.Amazon,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(3),
        };
        handler.SslOptions.CertificateChainPolicy = trust.Policy();
        client = new HttpClient(new WholeAnswers(new NamedSilence(handler))) { Timeout = limit };
    }

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

    /// <inheritdoc/>
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    /// <inheritdoc/>
    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
