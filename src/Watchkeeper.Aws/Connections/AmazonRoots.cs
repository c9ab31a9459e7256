using System.Security.Cryptography.X509Certificates;

namespace Watchkeeper.Aws.Connections;

/// <summary>
/// Amazon Trust Services' roots (Amazon Root CA 1 to 4 and Starfield Services Root G2), published at
/// https://www.amazontrust.com/repository/. Reading a whole system store takes longer than the rest of a cold start.
/// </summary>
internal static class AmazonRoots
{
    private const string Resource = "Watchkeeper.Aws.Connections.amazon-roots.pem";

    /// <summary>Reads the five roots.</summary>
    public static X509Certificate2Collection Read()
    {
        using var resource = typeof(AmazonRoots).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(resource);
        var roots = new X509Certificate2Collection();
        roots.ImportFromPem(reader.ReadToEnd());
        return roots;
    }
}
