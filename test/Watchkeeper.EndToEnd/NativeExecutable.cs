using System.Diagnostics;
using Shouldly;

namespace Watchkeeper.EndToEnd;

/// <summary>The functions' executable as it is deployed.</summary>
internal static class NativeExecutable
{
    /// <summary>Publishes it; any warning about trimming or Native AOT fails the test.</summary>
    public static async Task<string> PublishAsync(string repository)
    {
        var folder = Path.Combine(repository, ".watchkeeper", "native");
        // Servers that stay for the next build would keep the output open, and its end would never be read.
        string[] arguments =
        [
            "publish", Path.Combine(repository, "src", "Watchkeeper.Functions"), "-c", "Release", "-p:BootstrapRuntime=linux-x64", "-o", folder,
            "--nologo", "--disable-build-servers",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var publish = Process.Start(start)!;
        var errors = publish.StandardError.ReadToEndAsync(Xunit.TestContext.Current.CancellationToken);
        var output = await publish.StandardOutput.ReadToEndAsync(Xunit.TestContext.Current.CancellationToken);
        await publish.WaitForExitAsync(Xunit.TestContext.Current.CancellationToken);
        publish.ExitCode.ShouldBe(0, output + await errors);
        output.ShouldNotContain("warning IL");
        return Path.Combine(folder, "bootstrap");
    }
}
