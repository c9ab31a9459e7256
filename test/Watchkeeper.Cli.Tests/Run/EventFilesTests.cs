using System.IO.Compression;
using System.Text;
using Shouldly;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Run;

public sealed class EventFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Events_of_all_files_come_in_the_order_of_time_then_of_file_and_place()
    {
        folder.File("b.JSON", At("12:00"));
        folder.File("deep/a.jsonl", string.Join('\n', Enumerable.Repeat(At("12:00"), 11).Append(At("11:00")).Append("oops")));
        Pack("c.ndjson.gz", $"{At("10:00")}\n{At("13:00")}");
        Pack("d.json.gz", At("09:00"));
        folder.File("application/alarms.json", At("08:00"));
        folder.File("deep/stream/x.json", At("08:00"));
        folder.File("notes.txt", At("08:00"));

        EventFiles.Load(folder.Path).Select(file => file.Name).ShouldBe(
        [
            "d.json.gz", "c.ndjson.gz#1", "deep/a.jsonl#12", "b.JSON",
            .. Enumerable.Range(1, 11).Select(number => $"deep/a.jsonl#{number}"), "c.ndjson.gz#2", "deep/a.jsonl#13 (line 13)",
        ]);
    }

    [Fact]
    public void Each_event_of_this_repository_arrives_byte_for_byte()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("events"), "*.json", SearchOption.AllDirectories))
        {
            var read = EventFiles.Load(file).ShouldHaveSingleItem();
            read.Name.ShouldBe(Path.GetFileName(file));
            read.Bytes.Span.SequenceEqual(File.ReadAllBytes(file)).ShouldBeTrue(file);
        }
    }

    [Fact]
    public void A_path_without_events_is_named_with_what_would_be_right()
    {
        folder.File("notes.txt", At("08:00"));
        folder.File("stream/x.json", At("08:00"));
        var none = Path.Combine(folder.Path, "none.json");

        Refusal(folder.Path).ShouldStartWith($"--events is «{folder.Path}», but it holds no file that ends in .json, .json.gz, .jsonl");
        Refusal(none).ShouldStartWith($"--events is «{none}», but there is no such file or folder. Give ");
    }

    [Fact]
    public void A_packed_file_that_was_cut_off_is_named()
    {
        Pack("a.json.gz", At("08:00"));
        var path = folder.File("a.json.gz");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^6]);

        Refusal(folder.Path).ShouldBe($"{path}: is gzip that was cut off");
    }

    private static string Refusal(string path) => Should.Throw<RunException>(() => EventFiles.Load(path)).Message;

    private static string At(string time) => $$"""{"time":"2026-03-04T{{time}}:00Z","detail-type":"x"}""";

    private void Pack(string name, string text)
    {
        using var packed = new GZipStream(File.Create(folder.File(name)), CompressionMode.Compress);
        packed.Write(Encoding.UTF8.GetBytes(text));
    }
}
