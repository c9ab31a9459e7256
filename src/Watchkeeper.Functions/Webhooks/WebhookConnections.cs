using System.Net.Security;
using Microsoft.Security.AntiSSRF;
using Watchkeeper.Aws.Connections;

namespace Watchkeeper.Functions.Webhooks;

/// <summary>Creates the connections to receivers.</summary>
internal static class WebhookConnections
{
    private const int MaxHeadersKilobytes = 32;

    /// <summary>
    /// Connections that go only where <paramref name="networks"/> allow, without proxy, cookies and redirects. Addresses of names
    /// are asked for again every two minutes.
    /// </summary>
    /// <param name="networks">The allowed networks.</param>
    /// <param name="trust">The trusted certificates.</param>
    public static HttpMessageHandler Create(WebhookNetworks networks, TrustStore trust) => Create(networks.Policy(), trust);

    internal static HttpMessageHandler Create(AntiSSRFPolicy policy, TrustStore trust)
    {
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.ConnectTimeout = TimeSpan.FromSeconds(3);
        handler.MaxResponseHeadersLength = MaxHeadersKilobytes;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
        // What is left of a long answer is not worth keeping the connection for.
        handler.ResponseDrainTimeout = TimeSpan.Zero;
        handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust.Policy() };
        return handler;
    }
}
