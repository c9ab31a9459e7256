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

/// <summary>An API of AWS for the processes of this machine, on a port of the loopback address that the system gives.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    // A real runtime may send its X-Ray cause as a header of up to a megabyte.
    private const int MaxHeadersLength = 2 * 1024 * 1024;

    private readonly KestrelServer server;

    private LoopbackServer(KestrelServer server) => this.server = server;

    /// <summary>Host and port, as <c>AWS_LAMBDA_RUNTIME_API</c> wants them.</summary>
    public string Endpoint => new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Authority;

    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer)
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
        // A handler may run for a quarter of an hour between two calls on one connection. (Kestrel takes «infinite» for long past.)
        options.Limits.KeepAliveTimeout = TimeSpan.FromHours(1);
        options.Listen(IPAddress.Loopback, 0);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        await kestrel.StartAsync(new Application(answer), CancellationToken.None);
        return new LoopbackServer(kestrel);
    }

    public async ValueTask DisposeAsync()
    {
        // An open long poll must not hold it up.
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
            // The context holds nothing of ours.
        }

        public Task ProcessRequestAsync(HttpContext context) => answer(context);
    }
}
