using System.Reflection;

namespace Watchkeeper.Functions.Composition;

/// <summary>
/// The output of <c>bootstrap --version</c>: the version, the commit if known, and the AWS packages that the executable was
/// compiled against.
/// </summary>
internal static class VersionText
{
    // The build appends the package id to this key. The value is the package's version and whether AWS published the package.
    private const string Key = "AwsPackage ";

    /// <summary>Formats the version on the first line and one package on each further line.</summary>
    /// <param name="executable">The executable to describe.</param>
    public static string Format(Assembly executable) => string.Join('\n', [FirstLine(executable), .. Packages(executable)]);

    private static string FirstLine(Assembly executable)
    {
        var parts = (executable.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown")
            .Split('+');
        return parts is [var version, var commit] ? $"Watchkeeper {version}, commit {commit}" : $"Watchkeeper {parts[0]}";
    }

    private static IEnumerable<string> Packages(Assembly executable) => executable
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(one => one.Key.StartsWith(Key, StringComparison.Ordinal))
        .Select(one => $"{one.Key[Key.Length..]} {one.Value}")
        .Order(StringComparer.Ordinal);
}
