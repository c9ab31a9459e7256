using System.Net;
using System.Net.Sockets;
using Shouldly;
using Watchkeeper.Functions.Composition;
using Xunit;

namespace Watchkeeper.Template.Tests;

/// <summary>Which packages <c>sam build</c> uses, tested by the SDK's restores from feeds in folders.</summary>
public sealed class PackageChoiceTests : IDisposable
{
    private const string Warning = "*** WARNING: bootstrap is built with the stand-ins of src/packages";

    private static readonly string[] Runtime = [.. FolderFeed.StandIns.Where(one => one != "Amazon.Lambda.TestUtilities")];

    private readonly SamBuild build = new() { Restore = SamBuild.RealRestore };
    private readonly FolderFeed feed = new();

    public void Dispose()
    {
        build.Dispose();
        feed.Dispose();
    }

    [Fact]
    public async Task If_the_feed_has_them_AWS_packages_are_used_and_the_lock_files_stay()
    {
        var locks = await LockFilesAsync();

        var result = await build.RunAsync("AlarmFunction", feed.With(Runtime).Variables());

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Output.ShouldContain("AlarmFunction: bootstrap with AWS's own packages");
        result.Output.ShouldNotContain("WARNING");
        build.Publishes.ShouldHaveSingleItem().ShouldContain("-p:AwsPackages=nuget");
        (await LockFilesAsync()).ShouldBe(locks);
    }

    [Fact]
    public async Task If_the_feed_lacks_one_package_all_stand_ins_are_used_and_one_line_names_it()
    {
        var result = await build.RunAsync("AlarmFunction", feed.With(Runtime.Except(["AWSSDK.CloudWatch"])).Variables());

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Output.Split('\n').Where(line => line.StartsWith(Warning, StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldContain("the feed does not have AWSSDK.CloudWatch ***");
        build.Publishes.ShouldHaveSingleItem().ShouldNotContain("AwsPackages");
    }

    [Fact]
    public async Task An_unreachable_feed_is_an_error_and_no_missing_package()
    {
        var result = await build.RunAsync("AlarmFunction", feed.Variables("https://127.0.0.1:1/index.json"));

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Output.ShouldContain(Warning);
        result.Output.ShouldContain("the feed cannot be reached");
        result.Output.ShouldNotContain("does not have");
    }

    [Fact]
    public async Task A_feed_that_never_answers_is_given_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        var result = await build.RunAsync(
            "AlarmFunction", ["PACKAGES_WAIT=5", .. feed.Variables($"https://{silent.LocalEndpoint}/index.json")]);

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Output.ShouldContain(Warning);
        result.Output.ShouldContain("the feed did not answer within 5 seconds");
    }

    [Fact]
    public async Task The_functions_of_one_build_ask_once_and_warn_once()
    {
        build.Restore = "echo 'error NU1101: Unable to find package Amazon.Lambda.Core. No packages exist'; exit 1";

        var results = await Task.WhenAll(Functions.Names.Select(name => build.RunAsync(name)));

        results.ShouldAllBe(result => result.ExitCode == 0
            && result.Output.Contains("with the stand-ins of src/packages", StringComparison.Ordinal));
        results.Count(result => result.Output.Contains("WARNING", StringComparison.Ordinal)).ShouldBe(1);
        build.Restores.Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_functions_after_a_long_publish_do_not_ask_again()
    {
        build.Restore = "echo 'error NU1101: Unable to find package Amazon.Lambda.Core. No packages exist'; exit 1";

        foreach (var name in Functions.Names)
            await build.RunAsync(name);

        build.Restores.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_later_build_asks_again_and_uses_the_packages_of_that_time()
    {
        build.Restore = "echo 'error NU1301: Unable to load the service index'; exit 1";
        await build.RunAsync("AlarmFunction");
        build.Restore = "exit 0";
        build.Begin();

        var result = await build.RunAsync("AlarmFunction");

        result.Output.ShouldContain("AlarmFunction: bootstrap with AWS's own packages");
        build.Publishes.Length.ShouldBe(2);
        build.Publishes[1].ShouldContain("-p:AwsPackages=nuget");
    }

    [Fact]
    public async Task Another_failure_of_the_restore_causes_no_fallback()
    {
        build.Restore = "echo 'error MSB4025: The project file could not be loaded'; exit 1";

        var result = await build.RunAsync("AlarmFunction");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("error MSB4025");
        build.Publishes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Code_that_does_not_compile_with_AWS_packages_is_not_built_without_them()
    {
        build.Restore = "exit 0";

        var result = await build.RunAsync("AlarmFunction", "PUBLISH_FLAGS=fail");

        result.ExitCode.ShouldBe(2);
        build.Publishes.ShouldHaveSingleItem().ShouldContain("-p:AwsPackages=nuget");
    }

    [Theory]
    [InlineData("nuget", "-p:AwsPackages=nuget", "AlarmFunction: bootstrap with AWS's own packages")]
    [InlineData("source", "--nologo", Warning)]
    public async Task A_demanded_choice_is_used_and_no_feed_is_asked(string choice, string argument, string says)
    {
        var result = await build.RunAsync("AlarmFunction", $"AWS_PACKAGES={choice}");

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Output.ShouldContain(says);
        build.Restores.ShouldBeEmpty();
        build.Publishes.ShouldHaveSingleItem().ShouldContain(argument);
        build.Publishes[0].Contains("AwsPackages", StringComparison.Ordinal).ShouldBe(choice == "nuget");
    }

    [Fact]
    public async Task An_executable_that_was_built_with_AWS_packages_says_so()
    {
        var project = Path.Combine(build.Scratch, "src", "Watchkeeper.Functions", "Watchkeeper.Functions.csproj");

        string[] flags =
            ["-m:1", "--nologo", "-nodeReuse:false", "-p:AwsPackages=nuget", "-p:PublishAot=false", "-p:RunAnalyzers=false"];
        var built = await Tool.Dotnet.RunAsync(
            build.Scratch, ["build", project, .. flags, .. feed.With(Runtime).Variables().Select(one => $"-p:{one}")]);
        built.ExitCode.ShouldBe(0, built.Output);
        var version = await Tool.Dotnet.RunAsync(
            build.Scratch, Path.Combine(Path.GetDirectoryName(project)!, "bin", "Debug", "net10.0", "bootstrap.dll"),
            "--version");

        version.Output.ShouldStartWith("Watchkeeper 0.1.0\n");
        version.Output.ShouldContain("\nAmazon.Lambda.Core 3.2.0 (AWS)\n");
        version.Output.ShouldContain("\nAWSSDK.SimpleEmail 4.0.100.6 (AWS)\n");
        version.Output.ShouldNotContain("stand-in");
    }

    [Fact]
    public void The_version_text_names_each_package_once()
    {
        var lines = VersionText.Format(typeof(VersionText).Assembly).Split('\n');

        lines[0].ShouldMatch("^Watchkeeper [0-9.]+(, commit [0-9a-f]{40})?$");
        lines[1..].ShouldAllBe(
            line => line.EndsWith(" (AWS)", StringComparison.Ordinal) || line.EndsWith(" (stand-in)", StringComparison.Ordinal));
        foreach (var package in Runtime)
            lines.Where(line => line.StartsWith($"{package} ", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }

    private async Task<string[]> LockFilesAsync() => await Task.WhenAll(
        Directory.GetFiles(Path.Combine(build.Scratch, "src"), "packages.lock.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
}
