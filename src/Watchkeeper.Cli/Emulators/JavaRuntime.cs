using System.Globalization;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Finds a Java runtime for DynamoDB Local.</summary>
internal static class JavaRuntime
{
    /// <summary>The oldest version that DynamoDB Local's vendor supports; the README names it too.</summary>
    internal const int Oldest = 17;

    private static readonly string Install =
        $"Install a Java runtime (Debian: apt-get install openjdk-{Oldest}-jre-headless) so that «java» is on the PATH, "
        + "and run again.";

    /// <summary>Returns the full path of <c>java</c>.</summary>
    /// <exception cref="RunException">Java is missing, does not run, or is too old.</exception>
    public static async Task<string> FindAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        var java = ToolPath.Find("java", options)
            ?? throw Unfit("there is no «java» on the PATH");
        await using var process = ChildProcess.Start(new ChildCommand(java, ["-version"], Environment.CurrentDirectory), options);
        var exitCode = await process.WaitForExitAsync(cancellationToken);
        if (exitCode != 0 || MajorVersion(process.Output.Lines()) is not { } major)
            throw Unfit($"{java} does not say its version", $" It said:\n{process.Output.Quote()}");
        if (major < Oldest)
            throw Unfit($"{java} is Java {major}");
        return java;
    }

    /// <summary>
    /// Parses <c>openjdk version "17.0.15" 2025-04-15</c>, or the older <c>java version "1.8.0_432"</c>, which is Java 8.
    /// </summary>
    internal static int? MajorVersion(IEnumerable<string> output)
    {
        var quoted = output.FirstOrDefault(line => line.Contains(" version \"", StringComparison.Ordinal))?.Split('"')[1];
        var numbers = quoted?.Split(['.', '-', '+', '_']) ?? [];
        var major = numbers is ["1", var second, ..] ? second : numbers.FirstOrDefault();
        return int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static RunException Unfit(string found, string said = "") =>
        new($"DynamoDB Local needs Java {Oldest} or newer, and {found}. {Install}{said}");
}
