using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>A run with the shop's own file: the chats of its teams get messages, and the answers are told.</summary>
public sealed class RunReceiversTests : IDisposable
{
    private static readonly Dictionary<string, (string Member, string Words)> Chats = new(StringComparer.Ordinal)
    {
        ["slack"] = ("blocks", "ok"),
        ["pagerduty"] = ("dedup_key", "Event processed · inc-"),
        ["feishu"] = ("card", "success"),
    };

    private readonly TemporaryFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_three_chats_of_the_shop_get_messages_and_the_receivers_words_are_told()
    {
        var run = await RunAsync();

        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        foreach (var (kind, (member, words)) in Chats)
        {
            var path = Directory.GetFiles(Path.Combine(Data, "messages"), $"*-{kind}-*.json")
                .Order(StringComparer.Ordinal).First();
            JsonElement.Parse(await File.ReadAllBytesAsync(path, Cancel)).TryGetProperty(member, out _).ShouldBeTrue(path);
            run.Output.ShouldContain($"sent: messages/{Path.GetFileName(path)}; {words}");
            var incident = $"inc-{Path.GetFileName(path).Split("-inc-")[1].Split('-')[0]}";
            foreach (var command in (string[])["incident", "why"])
            {
                var told = await CliProcess.RunAsync("", Cancel, [command, incident, "--data", Data]);
                told.Output.ShouldMatch($"{kind} ssm:/watchkeeper/.* sent \\(1 attempt\\): .*\\.json; {words}");
            }
        }
    }

    [Fact]
    public async Task A_file_of_secrets_takes_the_place_of_the_invented_ones()
    {
        var secrets = folder.File("own.txt", "ssm:/watchkeeper/orders-slack=https://hooks.slack.com/services/OWN\n");

        var run = await RunAsync("--secrets", secrets);

        run.Output.ShouldContain("slack ssm:/watchkeeper/orders-slack sent: ");
        run.Output.ShouldContain("the file of --secrets has no such line: add ssm:/watchkeeper/everybody-pagerduty=value");
    }

    [Fact]
    public async Task Each_invented_secret_is_one_that_the_shops_file_refers_to()
    {
        var file = await File.ReadAllTextAsync(Repository.PathOf("events/application/watchkeeper.yaml"), Cancel);
        var lines = (await File.ReadAllLinesAsync(Repository.PathOf("events/application/example.secrets"), Cancel))
            .Where(line => !line.StartsWith('#')).ToList();

        lines.Count.ShouldBe(4);
        lines.ShouldAllBe(line => line.Contains("EXAMPLE", StringComparison.Ordinal));
        lines.ShouldAllBe(line => file.Contains($"\"{line.Split('=', 2)[0]}\"", StringComparison.Ordinal));
    }

    private Task<CliProcess.Outcome> RunAsync(params string[] more) => CliProcess.RunAsync(
        "", Cancel,
        [
            "run", "--once", "--verbose", "--data", Data, "--template", Repository.PathOf("template.yaml"),
            "--events", Repository.PathOf("events/alarm-eventbridge"),
            "--config", Repository.PathOf("events/application/watchkeeper.yaml"), .. more,
        ]);
}
