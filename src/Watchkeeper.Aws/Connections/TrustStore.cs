using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Watchkeeper.Aws.Connections;

/// <summary>Whose certificates are trusted on the way to AWS.</summary>
public sealed class TrustStore
{
    private readonly Func<X509Certificate2Collection>? roots;

    private TrustStore(Func<X509Certificate2Collection>? roots) => this.roots = roots;

    /// <summary>Amazon's own roots alone, under which every public endpoint of AWS answers; by far the fastest start.</summary>
    public static TrustStore Amazon { get; } = new(AmazonRoots.Read);

    /// <summary>The system's store, for partitions, proxies and emulators that need it.</summary>
    public static TrustStore System { get; } = new(null);

    /// <summary>These roots and nothing else, as behind a proxy that inspects TLS.</summary>
    public static TrustStore From(X509Certificate2Collection roots) => new(() => roots);

    /// <summary>Reads roots from a file of certificates in PEM form.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">Why there is no store to be had from it; null where there is.</param>
    public static TrustStore? FromFile(string path, out string? problem)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPemFile(path);
            problem = found.Count > 0 ? null : "there is no certificate in it";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            problem = unreadable.Message;
        }

        return problem is null ? From(found) : null;
    }

    /// <summary>Whether the system's store decides, so that it must be there to be read.</summary>
    public bool IsSystem => roots is null;

    /// <summary>A policy that trusts these roots and nothing else; null where the system decides.</summary>
    internal X509ChainPolicy? Policy()
    {
        if (roots is null)
            return null;
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // As HttpClient does by default: AWS's certificates are short-lived, and a look-up at each start would wait on others.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(roots());
        return policy;
    }
}
