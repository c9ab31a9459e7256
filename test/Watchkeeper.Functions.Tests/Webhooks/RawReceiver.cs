using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Watchkeeper.Functions.Tests.Webhooks;

/// <summary>
/// A receiver over real TLS that answers byte by byte as it is told, so that it can also answer wrongly, slowly or not at all.
/// </summary>
internal sealed class RawReceiver : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Func<Stream, CancellationToken, Task> answer;
    private readonly Task accepting;

    /// <param name="answer">Writes the answer to a request that was read.</param>
    public RawReceiver(Func<Stream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        Certificate = Create("localhost");
        listener.Start();
        accepting = AcceptAsync();
    }

    public RawReceiver(string answer)
        : this(async (stream, cancellationToken) => await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), cancellationToken))
    {
    }

    public X509Certificate2 Certificate { get; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Url => $"https://localhost:{Port}/hook";

    /// <summary>What came, as text.</summary>
    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Certificate.Dispose();
        end.Dispose();
    }

    public static X509Certificate2 Create(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private async Task AcceptAsync()
    {
        while (!end.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(end.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var tls = new SslStream(client.GetStream());
                await tls.AuthenticateAsServerAsync(
                    new SslServerAuthenticationOptions { ServerCertificate = Certificate }, end.Token);
                while (await ReadAsync(tls) is { } request)
                {
                    lock (Requests)
                        Requests.Add(request);
                    await answer(tls, end.Token);
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException
                or System.Security.Authentication.AuthenticationException)
            {
                // The client left, as it may.
            }
        }
    }

    private async Task<string?> ReadAsync(Stream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var length = await stream.ReadAsync(buffer, end.Token);
            if (length == 0)
                return null;
            bytes.AddRange(buffer.AsSpan(0, length));
            // One character for each byte, so that lengths agree.
            var text = Encoding.Latin1.GetString([.. bytes]);
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0 && text.Length - head - 4 >= ContentLength(text[..head]))
                return Encoding.UTF8.GetString([.. bytes]);
        }
    }

    private static int ContentLength(string head)
    {
        const string name = "Content-Length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(head[(at + name.Length)..].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
