using System.Text;
using CsCheck;
using Shouldly;
using Watchkeeper.Cli.Files;
using Xunit;

namespace Watchkeeper.Cli.Tests.Files;

public sealed class RecordSplitterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n", "")]
    [InlineData("{\"a\":1}", "$ {\"a\":1}")]
    [InlineData("\uFEFF{\"a\":1}", "$ {\"a\":1}")]
    [InlineData("{\"a\":1}\n{\"b\":2}\r\n\n{\"c\":3}", "$ {\"a\":1}|$ {\"b\":2}|$ {\"c\":3}")]
    [InlineData("{\"a\":1}{\"b\":2}", "$ {\"a\":1}|$ {\"b\":2}")]
    [InlineData("[{\"a\":1},\n {\"b\":[{}]}]", "$[0] {\"a\":1}|$[1] {\"b\":[{}]}")]
    [InlineData("{\"Records\":[{\"a\":1},{\"b\":2}]}", "$.Records[0] {\"a\":1}|$.Records[1] {\"b\":2}")]
    [InlineData("{ \"x\" : {\"Records\":[1]}, \"Records\" : [ {\"a\":1} ] }", "$.Records[0] {\"a\":1}")]
    [InlineData("{\"Records\":[]}", "")]
    [InlineData("{\"Events\":[{\"a\":1}],\"NextToken\":\"t\"}", "$.Events[0] {\"a\":1}")]
    [InlineData("{\"Events\":[{\"a\":1}],\"x\":\"}\",\"Records\":[{\"b\":2}]}{\"c\":3}",
        "$.Events[0] {\"a\":1}|$.Records[0] {\"b\":2}|$ {\"c\":3}")]
    // No list: a text, an object and another place.
    [InlineData("{\"Records\":\"[\"}", "$ {\"Records\":\"[\"}")]
    [InlineData("{\"Records\":{\"a\":[{}]}}", "$ {\"Records\":{\"a\":[{}]}}")]
    [InlineData("{\"a\":\"Records\",\"b\":[{}]}", "$ {\"a\":\"Records\",\"b\":[{}]}")]
    [InlineData("{\"a\":{\"Records\":[{}]}}", "$ {\"a\":{\"Records\":[{}]}}")]
    // Brackets in texts.
    [InlineData("{\"a\":\"}\\\"]{\\\\\"}{\"b\":1}", "$ {\"a\":\"}\\\"]{\\\\\"}|$ {\"b\":1}")]
    // What is not valid JSON is one record, and harms no other.
    [InlineData("{\"Records\":[{\"a\":NaN},{\"b\":,},{\"c\":3}]}", "$.Records[0] {\"a\":NaN}|$.Records[1] {\"b\":,}|$.Records[2] {\"c\":3}")]
    public void A_file_is_cut_into_its_records(string file, string expected) =>
        string.Join('|', Read(Encoding.UTF8.GetBytes(file)).Select(one => $"{one.Path} {one.Text}{one.Error}")).ShouldBe(expected);

    [Theory]
    [InlineData("7", "$", 0)]
    [InlineData("{\"a\":1}\nno json\n{\"b\":2}", "$", 8)]
    [InlineData("{\"Records\":[7,{\"b\":2}]}", "$.Records[0]", 12)]
    [InlineData("{\"Records\":[null,{\"b\":2}]}", "$.Records[0]", 12)]
    [InlineData("{\"Records\":[[{\"x\":[1,2]}],{\"b\":2}]}", "$.Records[0]", 12)]
    [InlineData("{\"a\":\"cut off\n{\"b\":2}", "$", 0)]
    [InlineData("{\"a\":[1\n{\"b\":2}", "$", 0)]
    [InlineData("{\"b\":2}}", "$", 7)]
    public void What_is_no_record_is_reported_with_its_place_and_the_rest_goes_on(string file, string path, long offset)
    {
        var records = Read(Encoding.UTF8.GetBytes(file));

        var broken = records.Where(record => record.Error is not null).ShouldHaveSingleItem();
        (broken.Path, broken.Offset).ShouldBe((path, offset));
        if (file.Contains("\"b\"", StringComparison.Ordinal))
            records.ShouldContain(record => record.Text == "{\"b\":2}");
    }

    [Theory]
    [InlineData("{\"a\":1")]
    [InlineData("{\"Records\":[{\"a\":1},{\"b\"")]
    [InlineData("{\"Records\":[{\"a\":1},")]
    [InlineData("{\"Records\":[{\"a\":1}]")]
    [InlineData("[{\"a\":1}")]
    [InlineData("{\"a\":\"\\")]
    public void A_file_that_was_cut_off_says_so_after_its_whole_records(string file)
    {
        var records = Read(Encoding.UTF8.GetBytes(file));

        records[^1].Error.ShouldNotBeNull().ShouldContain("cut off");
        records.SkipLast(1).ShouldAllBe(record => record.Text == "{\"a\":1}");
    }

    [Fact]
    public void A_record_that_is_too_large_is_passed_over_and_its_text_cannot_pose_as_a_list()
    {
        var large = $"{{\"a\":\"{new string('x', 1_000_000)}\",\"Records\":[{{\"posing\":1}}]}}";
        var file = Encoding.UTF8.GetBytes($"{{\"Records\":[{{\"a\":1}},{large},{{\"b\":2}}]}}");

        Read(file, maxBytes: 512 * 1024).Select(record => record.Error is null ? record.Text : record.Error[..8])
            .ShouldBe(["{\"a\":1}", "has more", "{\"b\":2}"]);
    }

    [Fact]
    public void Nesting_of_any_depth_is_one_record()
    {
        var deep = $"{{\"a\":{new string('[', 100_000)}{new string(']', 100_000)}}}";

        Read(Encoding.UTF8.GetBytes($"{deep}\n{{\"b\":2}}")).Select(record => record.Text).ShouldBe([deep, "{\"b\":2}"]);
    }

    [Fact]
    public void Records_are_the_same_however_the_stream_hands_out_its_bytes()
    {
        string[] objects =
        [
            "{}", "{\"a\":\"}\"}", "{\"a\":\"\\\"\\\\\"}", "{\"a\":[{\"b\":[]},\"[\"]}", "{ \"ü\" : null }",
            $"{{\"a\":\"{new string('y', 3_000)}\"}}",
        ];
        var cuts = 0;
        Gen.Select(Gen.Int[0, objects.Length - 1].Array[0, 8], Gen.Int[0, 2], Gen.Int[1, 17]).Sample((picked, form, chunk) =>
        {
            var records = picked.Select(index => objects[index]).ToArray();
            var text = form switch
            {
                0 => string.Join('\n', records),
                1 => $"[{string.Join(", ", records)}]",
                _ => $"{{\"Records\": [{string.Join(",\n", records)}], \"x\": 1}}",
            };
            using var stream = new DribblingStream(Encoding.UTF8.GetBytes(text), chunk);
            var read = Read(stream);

            read.ShouldAllBe(record => record.Error == null);
            read.Select(record => record.Text).ShouldBe(records);
            read.Select(record => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)[(int)record.Offset..])[..record.Text.Length])
                .ShouldBe(records);
            Interlocked.Add(ref cuts, records.Length);
        });
        cuts.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Any_bytes_are_read_to_their_end() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Read(bytes).Count <= bytes.Length + 1);

    private static List<(string Path, long Offset, string Text, string? Error)> Read(byte[] file, int maxBytes = 1 << 20)
    {
        using var stream = new MemoryStream(file);
        return Read(stream, maxBytes);
    }

    private static List<(string Path, long Offset, string Text, string? Error)> Read(Stream stream, int maxBytes = 1 << 20)
    {
        var splitter = new RecordSplitter(new RecordBuffer(stream, maxBytes));
        var records = new List<(string, long, string, string?)>();
        while (splitter.TryRead(out var record))
            records.Add((record.Path, record.Offset, Encoding.UTF8.GetString(record.Bytes.Span), record.Error));
        return records;
    }
}
