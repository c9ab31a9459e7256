using System.Diagnostics;
using Shouldly;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>The command line as a .NET tool, packed and installed as a user does it, far from any repository.</summary>
public sealed class ToolPackageTests : IDisposable
{
    // Without other sources nothing is fetched.
    private const string OwnSource =
        """<configuration><packageSources><clear /><add key="here" value="." /></packageSources></configuration>""";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_installed_tool_runs_in_an_empty_folder_and_names_itself()
    {
        var packages = Path.GetDirectoryName(folder.File(Path.Combine("packages", "nuget.config"), OwnSource))!;
        var tools = Path.Combine(folder.Path, "tools");
        var empty = Directory.CreateDirectory(Path.Combine(folder.Path, "empty")).FullName;
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        await RunAsync(
            Repository.Root, "dotnet", "pack", Repository.PathOf("src", "Watchkeeper.Cli"), "--no-build", "-c", configuration,
            "-o", packages, "--nologo", "--disable-build-servers");
        await RunAsync(
            empty, "dotnet", "tool", "install", "Watchkeeper.Cli", "--tool-path", tools,
            "--configfile", Path.Combine(packages, "nuget.config"));

        var alarm = Repository.PathOf("events", "alarm-eventbridge", "010-order-cpu-high-alarm.json");
        var (output, error) = await RunAsync(empty, Path.Combine(tools, "watchkeeper"), "run", "--once", "--events", alarm);

        output.ShouldContain("\n1 events: 1 recorded\n");
        output.ShouldContain("\n    watchkeeper incidents\n");
        error.ShouldBe(
            "There is no template.yaml in this folder or above: this run takes the one that comes with watchkeeper.\n");
        Directory.EnumerateDirectories(tools, "events", SearchOption.AllDirectories).ShouldNotBeEmpty();
    }

    private async Task<(string Output, string Error)> RunAsync(string where, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = where,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder.Path, "cache");
        start.Environment["PATH"] = $"{start.Environment["PATH"]}{Path.PathSeparator}{Path.Combine(folder.Path, "tools")}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Token);
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        process.ExitCode.ShouldBe(0, output + await error);
        return (output, await error);
    }
}
