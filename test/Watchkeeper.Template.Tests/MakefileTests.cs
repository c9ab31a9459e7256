using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Template.Tests;

public sealed class MakefileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("watchkeeper-make-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_publish_serves_all_functions()
    {
        foreach (var name in Functions.Names)
            (await BuildAsync(name, "glibc GLIBC_2.34")).ExitCode.ShouldBe(0);

        (await File.ReadAllLinesAsync(Path.Combine(_folder, "published"), TestContext.Current.CancellationToken)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Functions_built_at_the_same_time_wait_for_one_publish()
    {
        var results = await Task.WhenAll(Functions.Names.Select(name => BuildAsync(name, "glibc GLIBC_2.34")));

        results.ShouldAllBe(result => result.ExitCode == 0);
        (await File.ReadAllLinesAsync(Path.Combine(_folder, "published"), TestContext.Current.CancellationToken)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Bootstrap_alone_is_put_into_the_package()
    {
        await BuildAsync("AlarmFunction", "glibc GLIBC_2.34");

        Directory.GetFileSystemEntries(Path.Combine(_folder, "build", "AlarmFunction")).Select(Path.GetFileName).ShouldBe(["bootstrap"]);
    }

    [Fact]
    public async Task Both_architectures_ask_for_their_own_runtime()
    {
        await BuildAsync("AlarmFunction", "glibc GLIBC_2.34");

        var published = await File.ReadAllTextAsync(Path.Combine(_folder, "published"), TestContext.Current.CancellationToken);
        published.ShouldContain(MachineIsArm ? "-p:BootstrapRuntime=linux-arm64" : "-p:BootstrapRuntime=linux-x64");
        published.ShouldContain("-c Release");
    }

    [Fact]
    public async Task Another_architecture_without_its_compiler_is_refused_with_what_to_do()
    {
        var other = MachineIsArm ? "x86_64" : "arm64";

        var result = await BuildAsync("AlarmFunction", "", $"ARCHITECTURE={other}", "CROSS=no-such-compiler-");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain($"bootstrap is to be for {other}");
        result.Errors.ShouldContain("sam build --use-container");
    }

    [Fact]
    public async Task An_architecture_that_Lambda_does_not_have_is_refused()
    {
        var result = await BuildAsync("AlarmFunction", "", "ARCHITECTURE=riscv64");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("ARCHITECTURE is riscv64: choose arm64 or x86_64");
    }

    [Fact]
    public async Task A_binary_that_would_not_start_on_Lambda_is_refused()
    {
        var result = await BuildAsync("AlarmFunction", "glibc GLIBC_2.2.5 GLIBC_2.38 GLIBC_2.4");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("bootstrap needs glibc 2.38 and Lambda has 2.34: build with sam build --use-container");
        File.Exists(Path.Combine(_folder, "build", "AlarmFunction", "bootstrap")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_publish_that_fails_leaves_nothing_behind_that_looks_done()
    {
        (await BuildAsync("AlarmFunction", "glibc GLIBC_2.34", "PUBLISH_FLAGS=fail")).ExitCode.ShouldBe(2);
        (await BuildAsync("AlarmFunction", "glibc GLIBC_2.34", "PUBLISH_FLAGS=fail")).ExitCode.ShouldBe(2);

        File.Exists(Path.Combine(_folder, "build", "AlarmFunction", "bootstrap")).ShouldBeFalse();
    }

    private static bool MachineIsArm =>
        System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64;

    private async Task<ToolResult> BuildAsync(string function, string binary, params string[] variables)
    {
        // Stands in for the SDK, whose publish takes minutes: what is tried here is what is around it.
        var dotnet = Path.Combine(_folder, "dotnet");
        if (!File.Exists(dotnet))
        {
            await File.WriteAllTextAsync(
                dotnet,
                $$"""
                echo "$@" >> '{{_folder}}/published'
                while [ "$1" != -o ]; do shift; done
                mkdir -p "$2"
                printf '%s' '{{binary}}' > "$2/bootstrap"
                echo symbols > "$2/bootstrap.dbg"
                for last; do :; done
                [ "$last" != fail ]
                """,
                TestContext.Current.CancellationToken);
        }

        string[] usual =
        [
            "--silent", "-f", Repository.PathOf("src", "Watchkeeper.Functions", "Makefile"), $"build-{function}", $"DOTNET=sh {dotnet}",
            $"ARTIFACTS_DIR={Path.Combine(_folder, "build", function)}", $"ARCHITECTURE={(MachineIsArm ? "arm64" : "x86_64")}",
        ];
        return await Tool.Make.RunAsync(Repository.Root, [.. usual, .. variables]);
    }
}
