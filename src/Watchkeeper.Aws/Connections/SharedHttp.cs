using Amazon.Runtime;

namespace Watchkeeper.Aws.Connections;

/// <summary>One HTTP client under all of a process's service clients: one handler, one pool, one trust store.</summary>
internal sealed class SharedHttp : HttpClientFactory, IDisposable
{
    private readonly HttpClient client;

    /// <param name="trust">Whose certificates are trusted.</param>
    /// <param name="limit">
    /// How long an answer may take, to its last byte. The SDK sets its own limit on HTTP clients that it makes itself, and only on those.
    /// </param>
    public SharedHttp(TrustStore trust, TimeSpan limit)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy is looked up only where one may be wanted: finding out that there is none is work at every start.
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
