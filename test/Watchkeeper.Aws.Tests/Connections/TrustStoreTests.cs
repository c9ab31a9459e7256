using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Shouldly;
using Watchkeeper.Aws.Connections;
using Xunit;

namespace Watchkeeper.Aws.Tests.Connections;

/// <summary>Real handshakes with a server whose certificate only one file vouches for.</summary>
public sealed class TrustStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("watchkeeper-trust-").FullName;
    private readonly X509Certificate2 certificate = SelfSigned();

    public void Dispose()
    {
        certificate.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_root_of_the_file_is_trusted() => await ShakeHandsAsync(FromFile(certificate.ExportCertificatePem()));

    [Fact]
    public async Task Any_other_root_is_not_trusted()
    {
        using var other = SelfSigned();

        await Should.ThrowAsync<HttpRequestException>(() => ShakeHandsAsync(FromFile(other.ExportCertificatePem())));
    }

    [Fact]
    public async Task The_roots_of_Amazon_vouch_for_no_other_server() =>
        await Should.ThrowAsync<HttpRequestException>(() => ShakeHandsAsync(TrustStore.Amazon));

    [Theory]
    [InlineData("no certificate here", "the file contains no certificate")]
    [InlineData(null, "Could not find file")]
    public void A_file_that_cannot_be_used_is_reported_with_the_reason(string? text, string expected)
    {
        var path = Path.Combine(folder, "roots.pem");
        if (text is not null)
            File.WriteAllText(path, text);

        TrustStore.FromFile(path, out var problem).ShouldBeNull();

        problem.ShouldNotBeNull().ShouldContain(expected);
    }

    private TrustStore FromFile(string pem)
    {
        var path = Path.Combine(folder, "roots.pem");
        File.WriteAllText(path, pem);
        return TrustStore.FromFile(path, out _).ShouldNotBeNull();
    }

    private async Task ShakeHandsAsync(TrustStore trust)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener);
        using var http = new SharedHttp(trust, TimeSpan.FromSeconds(10));
        var client = http.CreateHttpClient(null!);
        try
        {
            (await client.GetStringAsync(new Uri($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/"), Token))
                .ShouldBe("hello");
        }
        finally
        {
            listener.Stop();
            await serving;
        }
    }

    private async Task ServeAsync(TcpListener listener)
    {
        try
        {
            using var connection = await listener.AcceptTcpClientAsync(Token);
            await using var tls = new SslStream(connection.GetStream());
            await tls.AuthenticateAsServerAsync(certificate);
            await tls.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"u8.ToArray(), Token);
            await tls.ShutdownAsync();
        }
        catch (Exception refused) when (refused is IOException
            or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // The client rejected the certificate, or the test ended.
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
