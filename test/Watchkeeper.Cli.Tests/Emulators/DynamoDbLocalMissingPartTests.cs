using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Emulators;

public sealed partial class DynamoDbLocalMissingPartTests
{
    [Fact]
    public async Task Without_Java_the_message_names_the_version_to_install()
    {
        using var tools = new ToolFolder();

        (await FailureAsync(tools.Options)).ShouldBe(
            "DynamoDB Local needs Java 17 or newer, and there is no «java» on the PATH. Install a Java runtime "
            + "(Debian: apt-get install openjdk-17-jre-headless) so that «java» is on the PATH, and run again.");
    }

    [Theory]
    [InlineData("openjdk version \\\"1.8.0_432\\\"", "is Java 8. Install a Java runtime")]
    [InlineData("openjdk version \\\"16.0.2\\\" 2021-07-20", "is Java 16. Install a Java runtime")]
    [InlineData("Unable to locate an executable", "does not say its version. Install a Java runtime")]
    public async Task With_an_unsuitable_Java_the_message_names_the_version_to_install(string says, string expected)
    {
        using var tools = new ToolFolder().WithScript("java", $"echo \"{says}\" >&2");

        (await FailureAsync(tools.Options)).ShouldContain(expected);
    }

    [Theory]
    [InlineData("openjdk version \"17.0.15\" 2025-04-15", 17)]
    [InlineData("openjdk version \"24-ea\" 2025-03-18", 24)]
    [InlineData("java version \"1.8.0_432\"", 8)]
    [InlineData("java version \"?\"", null)]
    [InlineData("no version here", null)]
    public void A_version_is_read_in_all_its_forms(string line, int? major) =>
        JavaRuntime.MajorVersion(["Picked up JAVA_TOOL_OPTIONS: -Xmx1g", line]).ShouldBe(major);

    [Fact]
    public async Task The_readme_names_the_same_version_of_Java()
    {
        var readme = await File.ReadAllTextAsync(Repository.PathOf("README.md"), TestContext.Current.CancellationToken);

        var named = Named().Matches(readme).Select(each => each.Groups["version"].Value).ToList();
        named.ShouldNotBeEmpty();
        named.ShouldAllBe(version => version == $"{JavaRuntime.Oldest}");
    }

    [Fact]
    public async Task Without_npm_the_message_says_to_install_it()
    {
        using var tools = new ToolFolder().WithReal("java");

        (await FailureAsync(tools.Options)).ShouldBe(
            "DynamoDB Local is downloaded once with npm, but there is no «npm» on the PATH. "
            + "Install Node.js with npm (Debian: apt-get install npm) and run again.");
    }

    [Fact]
    public async Task An_unreachable_registry_is_reported_with_the_message_of_npm()
    {
        using var tools = new ToolFolder();
        var closed = LoopbackPort.AnyFree();
        var options = tools.Options with
        {
            Variables = Emulated.Options.Variables
                .Add("npm_config_registry", $"http://127.0.0.1:{closed}/")
                .Add("npm_config_fetch_retries", "0")
                .Add("npm_config_cache", Path.Combine(tools.Options.Root, "npm-cache")),
        };

        var failure = await FailureAsync(options);

        failure.ShouldContain("Check the network and npm's registry setting");
        failure.ShouldContain("ECONNREFUSED");
    }

    [Fact]
    public async Task A_file_with_another_hash_is_not_unpacked()
    {
        using var tools = new ToolFolder().WithReal("java").WithScript("npm", "echo forged > \"$4/forged.tgz\"");

        var failure = await FailureAsync(tools.Options);

        failure.ShouldContain("was not unpacked, because its checksum is wrong: it is sha512-");
        failure.ShouldContain("set another registry (npm config set registry URL)");
        Directory.GetFiles(tools.Options.Root, "*.jar", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_download_leaves_nothing_in_the_way_of_the_next_one()
    {
        using var tools = new ToolFolder().WithReal("java").WithScript("npm", "echo forged > \"$4/forged.tgz\"");
        await FailureAsync(tools.Options);

        await using var emulator = await DynamoDbLocal.StartAsync(
            Emulated.Options with { Root = tools.Options.Root }, TestContext.Current.CancellationToken);

        emulator.ServiceUrl.ShouldStartWith("http://127.0.0.1:");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_reported()
    {
        using var tools = new ToolFolder().WithReal("java").WithScript("npm", "exit 1");

        (await FailureAsync(tools.Options with { Root = "/dev/null" }))
            .ShouldContain("Make the folder writable, with 171 MB free, and run again.");
    }

    private static async Task<string> FailureAsync(EmulatorOptions options) =>
        (await Should.ThrowAsync<RunException>(DynamoDbLocal.StartAsync(options, TestContext.Current.CancellationToken))).Message;

    [GeneratedRegex("Java (?<version>[0-9]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
