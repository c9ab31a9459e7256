using System.Diagnostics;
using Shouldly;

namespace Watchkeeper.Testing;

/// <summary>The functions' executable in its deployed form.</summary>
public static class NativeExecutable
{
    private static readonly string[] Sources = [".cs", ".csproj", ".props", ".targets", ".json", ".pem"];

    /// <summary>The last published executable, or a new one if a source has changed since.</summary>
    public static async Task<string> NewestAsync(CancellationToken cancellationToken)
    {
        var file = Repository.PathOf(".watchkeeper", "native", "bootstrap");
        var changed = Directory.EnumerateFiles(Repository.PathOf("src"), "*", SearchOption.AllDirectories)
            .Where(path => Sources.Contains(Path.GetExtension(path), StringComparer.Ordinal) && !IsMade(path))
            .Max(File.GetLastWriteTimeUtc);
        return File.Exists(file) && File.GetLastWriteTimeUtc(file) > changed
            ? file
            : await PublishAsync(Repository.Root, cancellationToken);
    }

    /// <summary>Publishes it; a warning about trimming or Native AOT fails the test.</summary>
    public static async Task<string> PublishAsync(string repository, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(repository, ".watchkeeper", "native");
        // Build servers would keep the output open, and reading it would never end.
        string[] arguments =
        [
            "publish", Path.Combine(repository, "src", "Watchkeeper.Functions"), "-c", "Release",
            "-p:BootstrapRuntime=linux-x64", "-o", folder,
            "--nologo", "--disable-build-servers",
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var publish = Process.Start(start)!;
        var errors = publish.StandardError.ReadToEndAsync(cancellationToken);
        var output = await publish.StandardOutput.ReadToEndAsync(cancellationToken);
        await publish.WaitForExitAsync(cancellationToken);
        publish.ExitCode.ShouldBe(0, output + await errors);
        output.ShouldNotContain("warning IL");
        return Path.Combine(folder, "bootstrap");
    }

    private static bool IsMade(string path) =>
        path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin");
}
