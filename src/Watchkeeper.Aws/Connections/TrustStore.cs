using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Watchkeeper.Aws.Connections;

/// <summary>The certificates that connections to AWS trust.</summary>
public sealed class TrustStore
{
    private readonly Func<X509Certificate2Collection>? roots;

    private TrustStore(Func<X509Certificate2Collection>? roots) => this.roots = roots;

    /// <summary>
    /// Only Amazon's roots, which cover every public endpoint of AWS. This store gives by far the fastest start.
    /// </summary>
    public static TrustStore Amazon { get; } = new(AmazonRoots.Read);

    /// <summary>The system's store, for partitions, proxies and emulators that need it.</summary>
    public static TrustStore System { get; } = new(null);

    /// <summary>Only these roots, for example behind a proxy that inspects TLS.</summary>
    public static TrustStore From(X509Certificate2Collection roots) => new(() => roots);

    /// <summary>Reads roots from a PEM file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">Why the file gives no store; null on success.</param>
    public static TrustStore? FromFile(string path, out string? problem)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPemFile(path);
            problem = found.Count > 0 ? null : "the file contains no certificate";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            problem = unreadable.Message;
        }

        return problem is null ? From(found) : null;
    }

    /// <summary>Whether the system's store applies and must therefore be readable.</summary>
    public bool IsSystem => roots is null;

    /// <summary>
    /// The store for servers that are not AWS's: the machine's certificates, and the roots of a file, behind whose proxy they may
    /// stand.
    /// </summary>
    public TrustStore ForEveryone() => IsSystem || SystemRoots.Read() is not { } all ? System : From(() =>
    {
        if (this != Amazon)
            all.AddRange(roots!());
        return all;
    });

    private static TrustStore From(Func<X509Certificate2Collection> roots) => new(roots);

    /// <summary>Creates a policy that trusts only these roots; null for the system's store.</summary>
    public X509ChainPolicy? Policy()
    {
        if (roots is null)
            return null;
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // The default of HttpClient. AWS's certificates are short-lived, and a revocation check at each start would depend on
            // other servers.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(roots());
        return policy;
    }
}
