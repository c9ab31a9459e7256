using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Watchkeeper.Benchmarks.Tls;

/// <summary>Accepts TLS connections and forwards their content to a server without TLS.</summary>
internal sealed class TlsProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Uri target;
    private readonly SslServerAuthenticationOptions options;
    private readonly Task running;

    public TlsProxy(string target, SslStreamCertificateContext certificate)
    {
        this.target = new Uri(target);
        options = new SslServerAuthenticationOptions { ServerCertificateContext = certificate };
        listener.Start();
        running = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public string Url => $"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await running;
        listener.Dispose();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(end.Token));
        }
        catch (OperationCanceledException)
        {
            // The proxy was disposed of.
        }
    }

    private async Task ServeAsync(TcpClient incoming)
    {
        try
        {
            using var client = incoming;
            client.NoDelay = true;
            await using var secure = new SslStream(client.GetStream());
            await secure.AuthenticateAsServerAsync(options, end.Token);
            using var server = new TcpClient { NoDelay = true };
            await server.ConnectAsync(target.Host, target.Port, end.Token);
            await using var plain = server.GetStream();
            await Task.WhenAny(secure.CopyToAsync(plain, end.Token), plain.CopyToAsync(secure, end.Token));
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            // A measured process was killed, which closes its connection.
        }
    }
}
