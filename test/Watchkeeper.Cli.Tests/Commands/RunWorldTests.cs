using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>The first ten minutes: events of one's own, fed by a shell.</summary>
public sealed partial class RunWorldTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    private static string Story { get; } =
        File.ReadAllText(Repository.PathOf("events", "alarm-eventbridge", "010-order-cpu-high-alarm.json"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_own_alarm_causes_no_message_about_a_group_that_nobody_described()
    {
        folder.File("own/first.json", Own("web-asg"));
        folder.File("own/second.json", Own("api-asg"));

        var (code, output, error) = await RunAsync("own");

        code.ShouldBe(ExitCode.Done, error);
        output.ShouldContain("messages: 2 mail sent, 2 sns sent\nreactions: none\n");
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldBe(
            $"web-asg is in no group of {Repository.PathOf("events", "application")}, so scale-out is left out. Describe your groups in "
            + $"{Path.Combine("own", "application", "auto-scaling-groups.json")}, as «aws autoscaling describe-auto-scaling-groups» "
            + "prints them.");
    }

    [Fact]
    public async Task A_folder_of_events_brings_its_own_application()
    {
        folder.File("own/first.json", Own("web-asg"));
        folder.File("own/second.json", Own("gone-asg"));
        folder.File(
            "own/application/auto-scaling-groups.json",
            """
            {"AutoScalingGroups": [{"AutoScalingGroupName": "web-asg", "MinSize": 1, "DesiredCapacity": 2, "MaxSize": 5, "Instances": [
              {"InstanceId": "i-1", "HealthStatus": "Healthy", "LifecycleState": "InService", "ProtectedFromScaleIn": false}]}]}
            """);

        var (code, output, error) = await RunAsync("own");

        code.ShouldBe(ExitCode.Done, error);
        error.ShouldBeEmpty();
        output.ShouldContain("groups and alarms from own/application\n");
        output.ShouldContain("* scale-out would-do: desired capacity of web-asg from 2 to 3\n");
        // That a group is gone is an answer where the groups are described.
        output.ShouldContain("* scale-out refused: no-group");
    }

    [Fact]
    public async Task A_second_run_in_a_folder_goes_on_and_keeps_the_dead_letters_of_the_first()
    {
        folder.File("one/broken.json", "{");
        folder.File("one/alarm.json", Story);
        folder.File("two/broken.json", "[");

        var first = await RunAsync("one");
        var second = await RunAsync("two");

        first.ExitCode.ShouldBe(ExitCode.NoOrFailed);
        first.Output.ShouldContain("\nfailed: 1 parts of events; each is kept as a dead letter with its reason\n");
        first.Output.ShouldNotContain("goes on");
        second.ExitCode.ShouldBe(ExitCode.NoOrFailed);
        second.Output.ShouldContain("goes on where an earlier run in this folder ended: 1 active incidents\n");
        second.Output.ShouldContain("\n1 events: 1 failed\n0 incidents (1 active)\nmessages: none\nreactions: none\ndead letters: 1\n");
        Directory.EnumerateFiles(Path.Combine(Data, "dead-letters"), "*.event").Order(StringComparer.Ordinal)
            .Select(File.ReadAllText).ShouldBe(["{", "["]);
    }

    [Fact]
    public async Task On_a_terminal_of_80_columns_no_line_is_wider()
    {
        folder.File("own/first.json", Own($"{new string('w', 60)}-asg"));

        var result = await CliProcess.RunOnTerminalAsync(folder.Path, 80, Arguments("own"), TestContext.Current.CancellationToken);

        result.ExitCode.ShouldBe(0, result.Output);
        var lines = Escape().Replace(result.Output, "").Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        lines.ShouldContain(line => line.Length == 80 && line.EndsWith("…  → sns, mail", StringComparison.Ordinal));
        lines.Where(line => line.Length > 80 && !line.StartsWith("    ", StringComparison.Ordinal)).ShouldBeEmpty();
        Escape().IsMatch(result.Output).ShouldBeTrue();
    }

    private static string Own(string group) => Story.Replace("shop-order-asg", group, StringComparison.Ordinal)
        .Replace("shop-order-cpu-high", $"{group}-cpu-high", StringComparison.Ordinal)
        .Replace(JsonElement.Parse(Story).GetProperty("id").GetString()!, Guid.NewGuid().ToString(), StringComparison.Ordinal);

    private Task<CliProcess.Outcome> RunAsync(string events) => CliProcess.RunInAsync(
        folder.Path, Arguments(events), TestContext.Current.CancellationToken);

    private string[] Arguments(string events) =>
        ["run", "--once", "--template", Repository.PathOf("template.yaml"), "--events", events, "--data", Data];

    [GeneratedRegex("\e\\[[0-9;?]*[a-zA-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
