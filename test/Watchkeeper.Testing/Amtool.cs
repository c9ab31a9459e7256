using System.Diagnostics;
using System.Text;
using Xunit.v3;

namespace Watchkeeper.Testing;

/// <summary>
/// Alertmanager 0.25's own <c>amtool</c>, which tests ask. It is the one on the PATH, or comes once from Debian's package
/// prometheus-alertmanager into a folder that git ignores, without an installation. Where neither can be had, the tests are
/// skipped, which says why.
/// </summary>
public static class Amtool
{
    private const string Package = "prometheus-alertmanager";
    private const string Version = "version 0.25.";

    private static readonly Lazy<(string? File, string Problem)> Found = new(Find);

    /// <summary>Runs it. Returns its exit code and what it writes.</summary>
    public static (int ExitCode, string Output, string Error) Run(params IEnumerable<string> arguments)
    {
        var (file, problem) = Found.Value;
        // As Assert.Skip does it, which this project does not have.
        return file is null
            ? throw new InvalidOperationException(DynamicSkipToken.Value + problem)
            : Run(file, ".", arguments);
    }

    private static (string? File, string Problem) Find()
    {
        var folder = Path.Combine(Repository.Root, ".watchkeeper", "tools", Package);
        string[] candidates =
        [
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(each => Path.Combine(each, "amtool")),
            Path.Combine(folder, "usr", "bin", "amtool"),
        ];
        if (Array.Find(candidates, IsRight) is { } known)
            return (known, "");
        var problem = Fetch(folder);
        return IsRight(candidates[^1])
            ? (candidates[^1], "")
            : (null, $"amtool 0.25 is missing (Debian 12: apt-get install {Package}), and cannot be fetched: {problem}");
    }

    private static bool IsRight(string file)
    {
        if (!File.Exists(file))
            return false;
        var (_, output, error) = Run(file, ".", ["--version"]);
        return (output + error).Contains(Version, StringComparison.Ordinal);
    }

    // Several test processes may want it at once: each unpacks its own copy, and the first one to move it there wins.
    private static string Fetch(string folder)
    {
        var work = $"{folder}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(work);
            var download = Run("apt-get", work, ["download", Package]);
            if (Directory.GetFiles(work, "*.deb") is not [var package])
                return download.Error;
            var unpack = Run("dpkg-deb", work, ["-x", package, Path.Combine(work, "content")]);
            if (unpack.ExitCode != 0)
                return unpack.Error;
            if (!Directory.Exists(folder))
                Directory.Move(Path.Combine(work, "content"), folder);
            return "";
        }
        catch (Exception failure) when (failure is IOException or System.ComponentModel.Win32Exception)
        {
            return failure.Message;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static (int ExitCode, string Output, string Error) Run(string file, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
