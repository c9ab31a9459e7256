using System.Security.Cryptography.X509Certificates;

namespace Watchkeeper.Aws.Connections;

/// <summary>
/// Amazon Trust Services' roots (Amazon Root CA 1 to 4 and Starfield Services Root G2), published at
/// https://www.amazontrust.com/repository/. Reading a whole system store costs a start more than all else together.
/// </summary>
internal static class AmazonRoots
{
    private const string Resource = "Watchkeeper.Aws.Connections.amazon-roots.pem";

    /// <summary>A policy that trusts these roots and nothing else.</summary>
    public static X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // As HttpClient does by default: AWS's certificates are short-lived, and a look-up at each start would wait on others.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        using var resource = typeof(AmazonRoots).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(resource);
        policy.CustomTrustStore.ImportFromPem(reader.ReadToEnd());
        return policy;
    }
}
