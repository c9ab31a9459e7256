using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>EventBridge and Lambda carry events of up to 1 MB: none is lost, and what is kept of one stays small.</summary>
public sealed class LargeEventTests : IDisposable
{
    private const int Over = (1024 * 1024) + 1;

    private static readonly int[] Sizes = [255 * 1024, 257 * 1024, 1000 * 1024, 1024 * 1024, Over];

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_event_of_any_size_is_recorded_or_kept_and_its_messages_stay_small()
    {
        foreach (var size in Sizes)
        {
            Lay($"{size}-alarm.json", Event("alarm-eventbridge", "010-order-cpu-high-alarm.json"), "alarmName", size, isLong: false);
            Lay($"{size}-bad.json", Event("alarm-eventbridge", "010-order-cpu-high-alarm.json"), "alarmName", size, isLong: true);
        }

        var run = await CliProcess.RunInAsync(
            folder.Path,
            [
                "run", "--once", "--output", "json", "--template", Repository.PathOf("template.yaml"),
                "--events", "events", "--data", "data",
            ],
            Token);

        run.ExitCode.ShouldBe(ExitCode.NoOrFailed, run.Error);
        var outcomes = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line)).Where(each => each.GetProperty("file").GetString()!.Length > 0)
            .ToDictionary(each => each.GetProperty("file").GetString()!, StringComparer.Ordinal);
        foreach (var size in Sizes)
        {
            Reason(outcomes[$"{size}-alarm.json"]).ShouldBe(size == Over ? $"has {Over} bytes: expected at most {Over - 1}" : "opened");
            KeptBytes(outcomes[$"{size}-bad.json"]).ShouldBe(size);
        }

        KeptBytes(outcomes[$"{Over}-alarm.json"]).ShouldBe(Over);
        run.Output.Split('\n').Max(line => line.Length).ShouldBeLessThan(8_192);
        new DirectoryInfo(Path.Combine(folder.Path, "data", "messages")).EnumerateFiles().Max(file => file.Length)
            .ShouldBeLessThan(65_536);
    }

    private long KeptBytes(JsonElement outcome) => new FileInfo(Path.ChangeExtension(
        Path.Combine(folder.Path, outcome.GetProperty("dead_letter").GetString()!), "event")).Length;

    private static string? Reason(JsonElement outcome) => outcome.GetProperty("reason").GetString();

    private static JsonNode Event(string source, string name) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("events", source, name)))!;

    // The event has exactly so many bytes. Either its description is long, which is cut, or its name, which is refused.
    private void Lay(string file, JsonNode json, string name, int size, bool isLong)
    {
        var detail = json["detail"]!.AsObject();
        json["id"] = $"{size:x8}-0000-4000-8000-000000000000";
        json["resources"] = new JsonArray($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:large-{size}");
        detail[name] = $"large-{size}";
        var target = isLong ? detail : detail["configuration"]!.AsObject();
        var key = isLong ? name : "description";
        target[key] = "";
        target[key] = new string('x', size - json.ToJsonString().Length);
        folder.File(Path.Combine("events", file), json.ToJsonString());
    }
}
