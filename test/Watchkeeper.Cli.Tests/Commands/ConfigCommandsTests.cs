using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>The way of a configuration file through an installation: checked, applied, looked at, compared, taken back.</summary>
public sealed class ConfigCommandsTests : IDisposable
{
    private const string One = "route: {receiver: a}\nreceivers: [{name: a, email_configs: [{to: one@shop.example}]}]\n";
    private const string Two = "route: {receiver: a}\nreceivers: [{name: a, email_configs: [{to: two@shop.example}]}]\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-config-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder.FullName, "data");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_version_moves_messages_without_a_restart_and_a_rollback_takes_it_back()
    {
        await FeedAsync("--config", File("one.yaml", One));
        Recipients().ShouldBe(["one@shop.example"]);

        (await AskAsync("config", "apply", File("two.yaml", Two), "--comment", "night shift", "--as", "ana")).Output
            .ShouldStartWith("applied; functions notice within a minute: version 2 (");
        var second = await FeedAsync();
        Recipients().ShouldBe(["one@shop.example", "two@shop.example"]);

        (await AskAsync("config", "rollback", "--as", "bo")).Output
            .ShouldStartWith("rolled back; functions notice within a minute: version 3 (");
        var lines = (await AskAsync("config", "history", "--output", "json")).Output.TrimEnd('\n').Split('\n');
        var history = lines.Select(line => JsonNode.Parse(line)!).ToList();
        history.Select(each => $"{each["version"]} {each["applied_by"]} {each["comment"]}")
            .ShouldBe(["3 bo rollback to 1", "2 ana night shift", $"1 {Environment.UserName} run"]);
        history[0]["hash"]!.GetValue<string>().ShouldBe(history[2]["hash"]!.GetValue<string>());

        var asked = (await AskAsync("incidents", "--filter", $"name={second}", "--output", "json")).Output;
        var incident = JsonNode.Parse(asked.Split('\n')[0])!["id"]!.GetValue<string>();
        (await AskAsync("why", incident)).Output.ShouldContain("version 2 (");
    }

    [Fact]
    public async Task What_is_shown_reads_back_to_the_same_version()
    {
        var shop = Repository.PathOf("events/application/watchkeeper.yaml");
        await FeedAsync("--config", shop);
        var shown = (await AskAsync("config", "show")).Output;

        (await AskAsync("config", "apply", File("shown.yaml", shown))).Output.ShouldStartWith("in force already: version 1 (");
        (await AskAsync("config", "diff", shop)).ShouldBe(new(0, "no difference\n", ""));
    }

    [Fact]
    public async Task A_difference_is_shown_line_by_line()
    {
        await FeedAsync("--config", File("one.yaml", One));

        var outcome = await AskAsync("config", "diff", File("two.yaml", Two));

        outcome.ExitCode.ShouldBe(1);
        outcome.Output.Split('\n').Where(line => line.StartsWith('+') || line.StartsWith('-')).Skip(2)
            .ShouldBe(["-  - to: 'one@shop.example'", "+  - to: 'two@shop.example'"]);
    }

    [Theory]
    [InlineData("route: {receiver: b}\nreceivers: [{name: a}]\n", "has errors")]
    [InlineData(
        "route: {receiver: a}\nreceivers: [{name: a, slack_configs: [{api_url: 'https://hooks.example/CANARY-1'}]}]\n",
        "has what may not be applied")]
    public async Task What_is_wrong_or_secret_is_not_applied(string yaml, string reason)
    {
        await FeedAsync("--config", File("one.yaml", One));

        var outcome = await AskAsync("config", "apply", File("bad.yaml", yaml));

        (outcome.ExitCode, outcome.Output).ShouldBe((1, ""));
        outcome.Error.ShouldContain(reason);
        outcome.Error.ShouldNotContain("CANARY");
        (await AskAsync("config", "history")).Output.Count(character => character == '\n').ShouldBe(1);
    }

    [Fact]
    public async Task A_version_that_does_not_fit_the_table_is_refused_by_its_size()
    {
        await FeedAsync("--config", File("one.yaml", One));
        var random = new Random(4);
        var bytes = new byte[24];
        var names = string.Join(", ", Enumerable.Range(0, 25_000).Select(_ =>
        {
            random.NextBytes(bytes);
            return $"\"{Convert.ToBase64String(bytes)}\"";
        }));

        var outcome = await AskAsync("config", "apply", File("large.yaml", $"services: [{{name: a, names: [{names}]}}]\n"));

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("not applied: the version has ");
    }

    [Fact]
    public async Task Of_many_processes_that_apply_at_once_each_is_in_the_history_or_is_told_who_came_first()
    {
        await FeedAsync("--config", File("one.yaml", One));
        var files = Enumerable.Range(1, 20)
            .Select(number => File($"{number}.yaml", Two.Replace("two@", $"p{number}@", StringComparison.Ordinal))).ToList();

        var outcomes = await Task.WhenAll(files.Select((file, at) => AskAsync("config", "apply", file, "--as", $"p{at + 1}")));

        var applied = outcomes.Index().Where(each => each.Item.ExitCode == 0).Select(each => $"p{each.Index + 1}").ToList();
        applied.ShouldNotBeEmpty();
        outcomes.Where(each => each.ExitCode != 0).ShouldAllBe(each => each.ExitCode == 1
            && each.Error.Contains(" came first; look at it, and apply again", StringComparison.Ordinal));
        var history = (await AskAsync("config", "history", "--output", "json")).Output.TrimEnd('\n').Split('\n')
            .Select(line => JsonNode.Parse(line)!).ToList();
        history.Select(each => each["version"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, applied.Count + 1).Reverse());
        history.SkipLast(1).Select(each => each["applied_by"]!.GetValue<string>()).ShouldBe(applied, ignoreOrder: true);
    }

    [Fact]
    public async Task A_newest_version_that_cannot_be_read_is_told_in_one_line()
    {
        await FeedAsync("--config", File("one.yaml", One));
        using (var database = EmbeddedDatabase.Open(Path.Combine(Data, "watchkeeper.db")))
        {
            foreach (var key in (RowKey[])[Keys.ConfigurationEntry(1), Keys.ConfigurationHead])
            {
                var newer = ItemWriter.Row(key).Number(RowSchema.Attribute, RowSchema.Current + 1).ToRow();
                await new EmbeddedTable(database).WriteAsync(new RowPut(newer), Cancel);
            }
        }

        foreach (var arguments in (string[][])[["apply", File("two.yaml", Two)], ["rollback", "1"]])
        {
            var outcome = await AskAsync(["config", .. arguments]);

            outcome.ExitCode.ShouldBe(1, outcome.Error);
            outcome.Error.ShouldStartWith("The data cannot be read: ");
            outcome.Error.Count(character => character == '\n').ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("show", "9")]
    [InlineData("show", "abcdef12")]
    [InlineData("rollback", "9")]
    public async Task A_version_that_does_not_exist_is_told(string command, string version)
    {
        await FeedAsync("--config", File("one.yaml", One));

        var outcome = await AskAsync("config", command, version);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldStartWith($"there is no version «{version}»: give a number, or 8 digits of the hash");
    }

    [Fact]
    public async Task Before_the_first_file_the_parameters_are_the_version()
    {
        await FeedAsync();

        (await AskAsync("config", "show")).Output.ShouldBe("# the template's parameters; no file was ever applied\n");
        (await AskAsync("config", "history")).Output.ShouldBe("no file was ever applied\n");
        (await AskAsync("config", "rollback")).Error.ShouldStartWith("no file was ever applied");
    }

    private string File(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    // One new alarm each time; its name.
    private async Task<string> FeedAsync(params string[] more)
    {
        var json = JsonNode.Parse(System.IO.File.ReadAllText(
            Directory.GetFiles(Repository.PathOf("events/alarm-eventbridge"), "*.json").Order(StringComparer.Ordinal)
                .First(path => !path.EndsWith(".expected.json", StringComparison.Ordinal))))!;
        var name = $"shop-{Guid.NewGuid():N}";
        json["id"] = Guid.NewGuid().ToString();
        json["detail"]!["alarmName"] = name;
        json["detail"]!["state"]!["value"] = "ALARM";
        json["resources"] = new JsonArray($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name}");
        var path = File($"{name}.json", json.ToJsonString());
        var outcome = await CliProcess.RunAsync(
            "", Cancel,
            ["run", "--once", "--data", Data, "--template", Repository.PathOf("template.yaml"), "--events", path, .. more]);
        outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error);
        return name;
    }

    private Task<CliProcess.Outcome> AskAsync(params string[] arguments) =>
        CliProcess.RunAsync("", Cancel, [.. arguments, "--data", Data]);

    private IEnumerable<string> Recipients() => Directory.GetFiles(Data, "*.eml", SearchOption.AllDirectories)
        .SelectMany(System.IO.File.ReadLines).Where(line => line.StartsWith("To: ", StringComparison.Ordinal))
        .Select(line => line[4..])
        .Order(StringComparer.Ordinal);
}
