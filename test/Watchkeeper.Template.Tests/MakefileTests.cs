using Shouldly;
using Xunit;

namespace Watchkeeper.Template.Tests;

public sealed class MakefileTests : IDisposable
{
    private readonly SamBuild build = new();

    public void Dispose() => build.Dispose();

    [Fact]
    public async Task One_publish_serves_all_functions()
    {
        foreach (var name in Functions.Names)
            (await build.RunAsync(name)).ExitCode.ShouldBe(0);

        build.Publishes.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Functions_built_at_the_same_time_wait_for_one_publish()
    {
        var results = await Task.WhenAll(Functions.Names.Select(name => build.RunAsync(name)));

        results.ShouldAllBe(result => result.ExitCode == 0);
        build.Publishes.Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_next_build_of_the_same_sources_publishes_nothing()
    {
        await build.RunAsync("AlarmFunction");
        build.Begin();

        (await build.RunAsync("AlarmFunction")).ExitCode.ShouldBe(0);

        build.Publishes.Length.ShouldBe(1);
        File.Exists(build.Bootstrap("AlarmFunction")).ShouldBeTrue();
    }

    [Fact]
    public async Task Other_sources_are_published_and_what_the_earlier_left_is_removed()
    {
        await build.RunAsync("AlarmFunction");
        await File.AppendAllTextAsync(
            Path.Combine(build.Scratch, "src", "Watchkeeper", "Another.cs"), "// another", TestContext.Current.CancellationToken);

        await build.RunAsync("AlarmFunction");

        build.Publishes.Length.ShouldBe(2);
        Directory.GetDirectories(build.Output, "watchkeeper-*").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_package_holds_only_the_executables()
    {
        await build.RunAsync("AlarmFunction");

        Directory.GetFileSystemEntries(Path.Combine(build.Output, "build")).Select(Path.GetFileName).ShouldBe(["AlarmFunction"]);
        Directory.GetFileSystemEntries(Path.Combine(build.Output, "build", "AlarmFunction")).Select(Path.GetFileName)
            .ShouldBe(["bootstrap"]);
        Directory.GetFiles(build.Output, "*.dbg", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_architecture_is_published_for_its_own_runtime()
    {
        await build.RunAsync("AlarmFunction");

        var published = build.Publishes.ShouldHaveSingleItem();
        published.ShouldContain(
            SamBuild.Machine == "arm64" ? "-p:BootstrapRuntime=linux-arm64" : "-p:BootstrapRuntime=linux-x64");
        published.ShouldContain("-c Release");
    }

    [Fact]
    public async Task Another_architecture_without_its_compiler_is_refused_with_what_to_do()
    {
        var result = await build.RunAsync("AlarmFunction", $"ARCHITECTURE={SamBuild.OtherMachine}", "CROSS=no-such-compiler-");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain($"bootstrap is to be for {SamBuild.OtherMachine}");
        result.Errors.ShouldContain("sam build --use-container");
        result.Errors.ShouldContain("BOOTSTRAP=FILE sam build");
    }

    [Theory]
    [InlineData("ARCHITECTURE=riscv64", "ARCHITECTURE is riscv64: choose arm64 or x86_64")]
    [InlineData("AWS_PACKAGES=Nuget", "AWS_PACKAGES is Nuget: choose auto, nuget or source")]
    [InlineData("AWS_PACKAGES=", "AWS_PACKAGES is : choose auto, nuget or source")]
    [InlineData("PUBLISH_FLAGS=-p:AwsPackages=nuget", "say AWS_PACKAGES=nuget")]
    [InlineData("ARTIFACTS_DIR=", "ARTIFACTS_DIR is not set")]
    [InlineData("BOOTSTRAP=/no/such/file", "BOOTSTRAP is /no/such/file: there is no such file")]
    public async Task A_wrong_value_is_refused_before_anything_is_built(string variable, string reason)
    {
        var result = await build.RunAsync("AlarmFunction", variable);

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain(reason);
        build.Publishes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_binary_that_would_not_start_on_Lambda_is_refused()
    {
        build.Needs = "GLIBC_2.2.5 GLIBC_2.38 GLIBC_2.4";

        var result = await build.RunAsync("AlarmFunction");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("bootstrap needs glibc 2.38 and Lambda has 2.34");
        File.Exists(build.Bootstrap("AlarmFunction")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_publish_that_fails_leaves_nothing_that_looks_complete()
    {
        (await build.RunAsync("AlarmFunction", "PUBLISH_FLAGS=fail")).ExitCode.ShouldBe(2);
        (await build.RunAsync("AlarmFunction", "PUBLISH_FLAGS=fail")).ExitCode.ShouldBe(2);

        File.Exists(build.Bootstrap("AlarmFunction")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_given_bootstrap_is_used_for_all_functions_and_nothing_is_published()
    {
        var file = build.Executable(SamBuild.OtherMachine);

        foreach (var name in Functions.Names)
        {
            (await build.RunAsync(name, $"BOOTSTRAP={file}", $"ARCHITECTURE={SamBuild.OtherMachine}", "CROSS=no-such-compiler-"))
                .ExitCode.ShouldBe(0);
        }

        build.Publishes.ShouldBeEmpty();
        (await File.ReadAllBytesAsync(build.Bootstrap("SweepFunction"), TestContext.Current.CancellationToken))
            .ShouldBe(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_bootstrap_for_another_processor_is_refused() =>
        await RefusedAsync(
            build.Executable(SamBuild.OtherMachine),
            $"is for {SamBuild.OtherMachine} and bootstrap is to be for {SamBuild.Machine}");

    [Fact]
    public async Task A_bootstrap_that_wants_a_newer_glibc_is_refused() =>
        await RefusedAsync(build.Executable(SamBuild.Machine, "GLIBC_2.39"), "needs glibc 2.39 and Lambda has 2.34");

    [Fact]
    public async Task A_bootstrap_that_is_no_executable_is_refused() =>
        await RefusedAsync(Path.Combine(build.Scratch, "Directory.Build.props"), "is no Linux executable");

    private async Task RefusedAsync(string file, string reason)
    {
        var result = await build.RunAsync("AlarmFunction", $"BOOTSTRAP={file}");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain(reason);
        File.Exists(build.Bootstrap("AlarmFunction")).ShouldBeFalse();
    }
}
