using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Template.Tests.Tools;

/// <summary>AWS Control Tower's proactive controls, evaluated by cfn-guard.</summary>
public sealed class GuardTests
{
    private static readonly NpmFolder Guard = new(
        new NpmTarball(
            "cfn-guard with Control Tower's rules", "@cdklabs/cdk-validator-cfnguard", "0.0.62",
            "Sg2k8067B0AIJ82QFSLhHTUIqxOYTKABvVrTHiyc6j0rE2NHli2diIYqf+w+DkuDKCYYgMIOga3OrYMOHUw0mQ=="),
        "package/", "cfn-guard", Megabytes: 12);

    /// <summary>The rules that fail for any parameters, and why. The tool cannot exempt a single resource.</summary>
    private static readonly ImmutableDictionary<string, string> Always = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["s3_bucket_object_lock_enabled_check"] =
            "files end after a time that the operator chooses, and the trail's are validated by digests",
        ["s3_event_notifications_enabled_check"] = "nobody waits for a file in these buckets",
        ["sqs_dlq_check"] = "the queues are the dead-letter queues, and timers hold nothing",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The rules that pass if the operator sets a parameter, by parameter.</summary>
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Optional =
        new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
        {
            ["cloud_trail_cloud_watch_logs_enabled_check"] = ["TrailLogGroup=true"],
            ["cloudwatch_log_group_retention_period_check"] = ["LogRetentionDays=365"],
            ["lambda_inside_vpc_check"] =
            [
                "SubnetIds=subnet-0123456789abcdef0,subnet-0123456789abcdef1", "SecurityGroupIds=sg-0123456789abcdef0",
            ],
            ["s3_bucket_logging_enabled_check"] = ["AccessLogBucket=access-logs"],
        }.ToImmutableDictionary(StringComparer.Ordinal);

    [Fact]
    public async Task By_default_only_the_controls_that_cost_something_are_left_open() =>
        (await NotMetAsync()).ShouldBe(Always.Keys.Concat(Optional.Keys), ignoreOrder: true);

    [Fact]
    public async Task With_these_parameters_all_other_controls_are_met() =>
        (await NotMetAsync([.. Optional.Values.SelectMany(each => each)])).ShouldBe(Always.Keys, ignoreOrder: true);

    private static async Task<ImmutableArray<string>> NotMetAsync(params string[] parameters)
    {
        var folder = await Guard.ObtainAsync(Emulated.Options, TestContext.Current.CancellationToken);
        using var template = await DecidedTemplate.OfAsync(parameters);
        var rules = Path.Combine(folder, "rules", "control-tower", "cfn-guard");
        var result = await new Tool(Program(folder), "a platform that cfn-guard is built for").RunAsync(
            Repository.Root, "validate", "-d", template.Path, "-r", rules, "--structured", "--show-summary", "none", "-o",
            "json");
        result.Output.ShouldNotBeEmpty(result.Errors);
        using var report = JsonDocument.Parse(result.Output);
        var answer = report.RootElement[0];
        answer.GetProperty("compliant").GetArrayLength().ShouldBeGreaterThan(20, "rules that have something to look at");
        return [.. answer.GetProperty("not_compliant").EnumerateArray()
            .Select(each => each.GetProperty("Rule").GetProperty("name").GetString()!)];
    }

    private static string Program(string folder)
    {
        var system = OperatingSystem.IsMacOS() ? "macos" : "ubuntu";
        var processor = RuntimeInformation.OSArchitecture is Architecture.Arm64 ? "aarch64" : "x86_64";
        var program = Path.Combine(folder, "bin", system, processor, "cfn-guard");
        // npm's tarballs lose the executable bit.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return program;
    }
}
