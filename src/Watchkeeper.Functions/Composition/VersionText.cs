using System.Reflection;

namespace Watchkeeper.Functions.Composition;

/// <summary>What <c>bootstrap --version</c> prints: the version, the commit if known, and which packages of AWS's it was compiled against.</summary>
public static class VersionText
{
    // The build writes the rest of the key, a package's id, and as the value its version and whether it is AWS's own.
    private const string Key = "AwsPackage ";

    /// <summary>The version on the first line, one package on each line below.</summary>
    /// <param name="executable">Whose version is asked for.</param>
    public static string Format(Assembly executable) => string.Join('\n', [FirstLine(executable), .. Packages(executable)]);

    private static string FirstLine(Assembly executable)
    {
        var parts = (executable.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown").Split('+');
        return parts is [var version, var commit] ? $"Watchkeeper {version}, commit {commit}" : $"Watchkeeper {parts[0]}";
    }

    private static IEnumerable<string> Packages(Assembly executable) => executable.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(one => one.Key.StartsWith(Key, StringComparison.Ordinal))
        .Select(one => $"{one.Key[Key.Length..]} {one.Value}")
        .Order(StringComparer.Ordinal);
}
