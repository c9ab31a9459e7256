using System.Runtime.InteropServices;

namespace Watchkeeper.Aws.Connections;

/// <summary>
/// The certificates that the machine trusts. Where .NET builds a certificate's chain on Linux it reads all of them, even for a policy
/// with roots of its own: a hundred and more files or entries, which took a start three times as long as all else together.
/// </summary>
public static partial class SystemRoots
{
    private const string Nothing = "/dev/null";

    /// <summary>
    /// Points OpenSSL's variables for this process to nothing, so that none is read. To be called before the first connection over TLS,
    /// and only where no connection trusts <see cref="TrustStore.System"/>; elsewhere than on Linux there is nothing to be done.
    /// </summary>
    /// <remarks>See SSL_CERT_FILE and SSL_CERT_DIR in OpenSSL's manual (X509_get_default_cert_file_env).</remarks>
    public static void LeaveUnread()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // .NET asks the C library for them, which does not see what Environment sets.
        Set("SSL_CERT_FILE");
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
