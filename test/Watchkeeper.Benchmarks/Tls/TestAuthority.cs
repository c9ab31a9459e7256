using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Watchkeeper.Benchmarks.Tls;

/// <summary>Certificates as AWS's endpoints show them, by kind and number: leaf, intermediate, and a root among five.</summary>
internal static class TestAuthority
{
    private const string ShippedRoots = "src/Watchkeeper.Aws/Connections/amazon-roots.pem";
    private const string End = "-----END CERTIFICATE-----";

    /// <summary>
    /// The server's certificates, and the client's file of roots: the shipped roots, the first replaced by one of the same kind,
    /// so that the client reads and searches as many certificates.
    /// </summary>
    public static (SslStreamCertificateContext Server, string RootsFile) Create(string repository)
    {
        using var root = Issue("CN=Benchmark root", null);
        var middle = Issue("CN=Benchmark intermediate", root);
        var leaf = Issue("CN=localhost", middle);
        var shipped = File.ReadAllText(Path.Combine(repository, ShippedRoots));
        var others = shipped[(shipped.IndexOf(End, StringComparison.Ordinal) + End.Length)..];
        var file = Path.Combine(repository, ".watchkeeper", "benchmarks", "roots.pem");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, root.ExportCertificatePem() + others);
        return (SslStreamCertificateContext.Create(leaf, [middle], offline: true), file);
    }

    private static X509Certificate2 Issue(string name, X509Certificate2? issuer)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var isAuthority = name != "CN=localhost";
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        if (!isAuthority)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            names.AddIpAddress(IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
        }

        if (issuer is null)
            return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        using var bare = request.Create(
            issuer, new DateTimeOffset(issuer.NotBefore), new DateTimeOffset(issuer.NotAfter),
            RandomNumberGenerator.GetBytes(16));
        return bare.CopyWithPrivateKey(key);
    }
}
