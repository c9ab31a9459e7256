using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>Events that a shell pipes into the command.</summary>
public sealed class StandardInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_feeds_each_line_and_names_the_one_that_is_broken()
    {
        var alarm = await OneLineAsync("alarm-eventbridge", "010-order-cpu-high-alarm.json");

        var outcome = await CliProcess.RunAsync(
            $"\uFEFF{alarm}\r\n{alarm[..200]}\n{alarm}\n", Token, "run", "--once", "--events", "-", "--output", "json",
            "--template", Repository.PathOf("template.yaml"), "--data", Path.Combine(folder.Path, "data"));

        outcome.ExitCode.ShouldBe(ExitCode.NoOrFailed, outcome.Error);
        outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))
            .Where(line => line.TryGetProperty("file", out var file) && file.GetString() is { Length: > 0 })
            .Select(line => $"{line.GetProperty("file").GetString()} {line.GetProperty("outcome").GetString()}")
            .ShouldBe(["stdin#1 recorded", "stdin#3 merged", "stdin#2 (line 2) failed"]);
    }

    [Fact]
    public async Task Detections_scan_packed_input_up_to_where_it_was_cut_off()
    {
        var stopped = await OneLineAsync("trail", "120-trail-stopped.json");
        using var program = CliProcess.Start("detect", "-");
        using var bytes = new MemoryStream();
        await using (var packed = new GZipStream(bytes, CompressionMode.Compress, leaveOpen: true))
            await packed.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"{stopped}\n"), Token);
        await program.Input.BaseStream.WriteAsync(bytes.ToArray().AsMemory(..(int)(bytes.Length - 4)), Token);

        var outcome = await program.CompleteAsync("", Token);

        outcome.ExitCode.ShouldBe(ExitCode.BadUsage);
        outcome.Output.ShouldContain("trail-stopped");
        outcome.Error.ShouldContain("is gzip that was cut off");
    }

    private static async Task<string> OneLineAsync(params string[] path) =>
        JsonNode.Parse(await File.ReadAllBytesAsync(Repository.PathOf(["events", .. path]), Token))!.ToJsonString();
}
