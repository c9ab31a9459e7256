using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;

namespace Watchkeeper.Aws.Connections;

/// <summary>
/// The machine's trusted certificates. On Linux, .NET reads all of them to build a certificate chain, even for a policy with its
/// own roots. Reading more than a hundred files or entries takes three times as long as the rest of a cold start.
/// </summary>
public static partial class SystemRoots
{
    private const string Nothing = "/dev/null";
    private const string Variable = "SSL_CERT_FILE";

    // Amazon Linux, Debian, Alpine, and Red Hat's newer place.
    private static readonly ImmutableArray<string> Bundles =
    [
        "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/certs/ca-certificates.crt", "/etc/ssl/cert.pem",
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    ];

    /// <summary>
    /// The machine's certificates, read from its bundle, also after <see cref="LeaveUnread"/>; null if no bundle is found.
    /// </summary>
    public static X509Certificate2Collection? Read()
    {
        // .NET sees the variable as it was at the start.
        var files = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } own ? Bundles.Insert(0, own) : Bundles;
        if (files.FirstOrDefault(File.Exists) is not { } bundle)
            return null;
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(bundle);
        return roots.Count > 0 ? roots : null;
    }

    /// <summary>
    /// Points OpenSSL's variables of this process to nothing, so that .NET reads none of the certificates. Call before the first
    /// TLS connection, and only if no connection trusts <see cref="TrustStore.System"/>. Does nothing except on Linux.
    /// </summary>
    /// <remarks>See SSL_CERT_FILE and SSL_CERT_DIR in OpenSSL's manual (X509_get_default_cert_file_env).</remarks>
    public static void LeaveUnread()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // .NET reads the variables through the C library, which does not see changes by Environment.
        Set(Variable);
        Set("SSL_CERT_DIR");
    }

    private static void Set(string variable)
    {
        if (setenv(variable, Nothing, overwrite: 1) != 0)
            throw new InvalidOperationException($"{variable} cannot be set: error {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int setenv(string name, string value, int overwrite);
}
