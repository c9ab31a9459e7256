using System.Text;
using CsCheck;
using Shouldly;
using Watchkeeper.Cli.Files;
using Xunit;

namespace Watchkeeper.Cli.Tests.Files;

public sealed class RecordFileTests
{
    // Whatever changes how a file is cut into records, and runs that are longer than a step over nested bytes.
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", "\\", "\n", ",", ":", " ", "\"Records\":[", "\"Events\" : [", "{\"a\":{\"b\":[1]}}", "\n{\"c\":2}\n",
        "\"\\\"\\\\\"", "{\"d\":\"}\\\"]{\"}", new('x', 70), $"{{\"e\":{{\"f\":\"{new string('y', 300)}\",\"g\":[[[]]]}}}}",
    ];

    [Fact]
    public void Any_bytes_make_the_same_records_however_they_are_read()
    {
        var records = 0;
        var blocks = 0;
        Gen.Select(
            Gen.Int[0, Pieces.Length - 1].Array[0, 60], Gen.Int[0, 3], Gen.Int[1, 400].Array[1, 5], Gen.Int[16, 600])
            .Sample((picked, form, sizes, blockBytes) =>
            {
                var start = form switch { 0 => "", 1 => "[", 2 => "{\"Records\":[", _ => "{\"h\":0,\"Events\":[" };
                var bytes = Encoding.UTF8.GetBytes(start + string.Concat(picked.Select(piece => Pieces[piece])));
                var whole = Read(new RecordFile(() => new MemoryStream(bytes)), out _);

                var read = Read(new RecordFile(() => new DribblingStream(bytes, sizes), blockBytes), out var count);

                read.ShouldBe(whole);
                Interlocked.Add(ref records, read.Count);
                Interlocked.Add(ref blocks, count);
            });
        records.ShouldBeGreaterThan(1_000);
        blocks.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Tiny_records_and_errors_do_not_make_a_block_without_bounds()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{}\n7\n", 20_000)));
        using var file = new RecordFile(() => new MemoryStream(bytes));

        var blocks = Blocks(file);

        blocks.Sum(block => block.Records.Count).ShouldBe(40_000);
        blocks.Max(block => block.Records.Count).ShouldBeLessThanOrEqualTo(4_096);
    }

    // All blocks are read before the first is looked at: none may lie in the bytes of another.
    private static List<(string Path, long Offset, string Text, string? Error)> Read(RecordFile file, out int blocks)
    {
        using (file)
        {
            var read = Blocks(file);
            blocks = read.Count;
            return
            [
                .. read.SelectMany(block => block.Records).Select(record =>
                    (record.Path, record.Offset, Encoding.UTF8.GetString(record.Bytes.Span), record.Error)),
            ];
        }
    }

    private static List<RecordBlock> Blocks(RecordFile file)
    {
        var blocks = new List<RecordBlock>();
        while (file.ReadBlock() is { } block)
            blocks.Add(block);
        return blocks;
    }
}
