using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>Serves HTTP to the processes of this machine, on the loopback address.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    // A runtime may send its X-Ray cause as a header of up to 1 MB.
    private const int MaxHeadersLength = 2 * 1024 * 1024;

    private readonly KestrelServer server;

    private LoopbackServer(KestrelServer server) => this.server = server;

    /// <summary>The host and port in the format of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Endpoint => new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Authority;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Answers one request.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <exception cref="IOException">Another program uses the port.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">This user may not use the port.</exception>
    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, int port = 0)
    {
        var options = new KestrelServerOptions
        {
            AddServerHeader = false,
            RequestHeaderEncodingSelector = _ => Encoding.UTF8,
            ResponseHeaderEncodingSelector = _ => Encoding.UTF8,
        };
        options.Limits.MaxRequestHeadersTotalSize = MaxHeadersLength;
        options.Limits.MaxRequestBufferSize = 2 * MaxHeadersLength;
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        // A handler may run for 15 minutes between two calls on one connection. Kestrel misreads an infinite time-out as expired.
        options.Limits.KeepAliveTimeout = TimeSpan.FromHours(1);
        options.Listen(IPAddress.Loopback, port);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        try
        {
            await kestrel.StartAsync(new Application(answer), CancellationToken.None);
        }
        catch
        {
            kestrel.Dispose();
            throw;
        }

        return new LoopbackServer(kestrel);
    }

    public async ValueTask DisposeAsync()
    {
        // An open long poll must not delay the shutdown.
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await server.StopAsync(atOnce.Token);
        server.Dispose();
    }

    private sealed class Application(RequestDelegate answer) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
            // The context owns no resources of the application.
        }

        public Task ProcessRequestAsync(HttpContext context) => answer(context);
    }
}
