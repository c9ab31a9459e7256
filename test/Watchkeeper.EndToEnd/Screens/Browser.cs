using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.EndToEnd.Screens;

/// <summary>Runs a script of the folder <c>browser</c> with a real Chromium, which npm fetches once.</summary>
internal static class Browser
{
    private static readonly string Folder = Repository.PathOf("test", "Watchkeeper.EndToEnd", "Screens", "browser");
    private static readonly SemaphoreSlim Once = new(1);

    /// <summary>Runs the script and returns what it prints.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        await FetchAsync();
        return await StartAsync("node", [script, .. arguments]);
    }

    private static async Task FetchAsync()
    {
        await Once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (Directory.Exists(Path.Combine(Folder, "node_modules")))
                return;
            TestContext.Current.SendDiagnosticMessage("Fetching Chromium (npm ci, 80 MB, only this once)");
            await StartAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        }
        finally
        {
            Once.Release();
        }
    }

    private static async Task<string> StartAsync(string program, string[] arguments)
    {
        var (exitCode, output, errors) = await CommandLine.RunProgramAsync(program, Folder, arguments);
        exitCode.ShouldBe(0, errors);
        return output;
    }
}
