using System.Globalization;
using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Run;
using Xunit;

namespace Watchkeeper.Cli.Tests.Run;

public sealed class EventSplitterTests
{
    private const string Call =
        """{"eventID":"r-1","eventTime":"2026-03-04T05:06:08Z","eventSource":"ec2.amazonaws.com","eventName":"RunInstances",""" +
        "\"awsRegion\":\"eu-central-1\",\"recipientAccountId\":\"111122223333\"}";

    [Theory]
    // One event is the file itself, whatever is around it.
    [InlineData("{\"a\":1}", "f {\"a\":1}")]
    [InlineData("\uFEFF {\n \"a\": 1\n}\n", "f \uFEFF {\n \"a\": 1\n}\n")]
    [InlineData("[{\"a\":1}]", "f {\"a\":1}")]
    // JSON lines, arrays, lines with an array, and files with a mark that were put together.
    [InlineData("{\"a\":1}\n\n{\"b\":2}\r\n", "f#1 {\"a\":1}|f#2 {\"b\":2}")]
    [InlineData("\uFEFF{\"a\":1}\n\uFEFF{\"b\":2}", "f#1 {\"a\":1}|f#2 {\"b\":2}")]
    [InlineData("[{\"a\":1},\n {\"b\":[{}]}]", "f#1 {\"a\":1}|f#2 {\"b\":[{}]}")]
    [InlineData("[{\"a\":1}]\n[{\"b\":2}]\n{\"c\":3}", "f#1 {\"a\":1}|f#2 {\"b\":2}|f#3 {\"c\":3}")]
    [InlineData("{\n \"a\": 1\n}\n{\n \"b\": 2\n}", "f#1 {\n \"a\": 1\n}|f#2 {\n \"b\": 2\n}")]
    // What AWS delivers in one piece.
    [InlineData("{\"Records\":[{\"EventSource\":\"aws:sns\"},{\"EventSource\":\"aws:sns\"}]}",
        "f {\"Records\":[{\"EventSource\":\"aws:sns\"},{\"EventSource\":\"aws:sns\"}]}")]
    [InlineData("{\"Records\":[{\"a\":1}]}\n{\"Records\":[{\"b\":2}]}", "f#1 {\"Records\":[{\"a\":1}]}|f#2 {\"Records\":[{\"b\":2}]}")]
    [InlineData("{\"Records\":[\n{\"a\":1},\n{\"b\":2}\n]}", "f {\"Records\":[\n{\"a\":1},\n{\"b\":2}\n]}")]
    // No event at all: the functions say so.
    [InlineData("", "f ")]
    [InlineData("[]", "f []")]
    [InlineData("[\"ALARM\"]", "f [\"ALARM\"]")]
    [InlineData("[[{\"a\":1}]]", "f [[{\"a\":1}]]")]
    [InlineData("ALARM: \"cpu\", now", "f ALARM: \"cpu\", now")]
    [InlineData("{\n \"a\": {\n  \"b\": 1", "f {\n \"a\": {\n  \"b\": 1")]
    // What is broken between others is one event with its line, and harms none of them.
    [InlineData("{\"a\":1}\noops, this: \"is\", bad\n{\"b\":2}", "f#1 {\"a\":1}|f#2 (line 2) oops, this: \"is\", bad|f#3 {\"b\":2}")]
    [InlineData("{\"a\":\"cut off\n{\"b\":2}\n", "f#1 (line 1) {\"a\":\"cut off|f#2 {\"b\":2}")]
    [InlineData("{\"a\":1}\n\n{\"b\":", "f#1 {\"a\":1}|f#2 (line 3) {\"b\":")]
    [InlineData("{\"a\":1}\n7\n8\n", "f#1 {\"a\":1}|f#2 (line 2) 7|f#3 (line 3) 8")]
    [InlineData("[{\"a\":1},\n\"x\",\n{\"b\":2}]", "f#1 {\"a\":1}|f#2 (line 2) \"x\"|f#3 {\"b\":2}")]
    [InlineData("[{\"a\":1},\n{\"b\":2", "f#1 {\"a\":1}|f#2 (line 2) {\"b\":2")]
    [InlineData("[{\"a\":1}\n", "f#1 {\"a\":1}|f#2 (line 2) ")]
    [InlineData("{\"a\":1}\n{\"b\":NaN}", "f#1 {\"a\":1}|f#2 {\"b\":NaN}")]
    public void A_file_is_cut_into_its_events(string file, string expected) =>
        string.Join('|', Split(file).Select(part => $"{part.Name} {part.Text}")).ShouldBe(expected);

    [Theory]
    [InlineData("{0}")]
    [InlineData("{{\"Records\":[{0}]}}")]
    [InlineData("[{{\"Records\":[{0}]}}]")]
    [InlineData("{{\"Events\":[{{\"EventId\":\"r-1\",\"CloudTrailEvent\":{1}}}],\"NextToken\":\"t\"}}")]
    public void A_record_of_CloudTrail_becomes_the_event_that_EventBridge_delivers(string file)
    {
        var (name, text) = Split(string.Format(CultureInfo.InvariantCulture, file, Call, JsonSerializer.Serialize(Call)))
            .ShouldHaveSingleItem();

        name.ShouldBe("f");
        text.ShouldBe(
            """
            {"version":"0","id":"r-1","detail-type":"AWS API Call via CloudTrail","source":"aws.ec2","account":"111122223333",
            "time":"2026-03-04T05:06:08Z","region":"eu-central-1","resources":[],"detail":
            """.ReplaceLineEndings("") + $"{Call}}}");
    }

    [Fact]
    public void A_log_file_of_any_size_is_delivered_record_by_record()
    {
        var log = $$"""{"Records":[{{string.Join(",\n", Enumerable.Repeat(Call, 20_000))}}]}""";

        var parts = Split($"{log}\n{log}");

        parts.Count.ShouldBe(40_000);
        parts[^1].Name.ShouldBe("f#40000");
        parts.ShouldAllBe(part => part.Text.EndsWith($"\"detail\":{Call}}}", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_broken_in_a_log_file_harms_no_other_record()
    {
        Split($$"""{"Records":[{{Call}},{"eventSource":NaN},7,{{Call}}]}""").Select(part => part.Name)
            .ShouldBe(["f#1", "f#2", "f#3 (line 1)", "f#4"]);
    }

    [Fact]
    public void Large_events_of_another_kind_stay_whole()
    {
        var sns = $$"""{"Records":[{"EventSource":"aws:sns","Message":"{{new string('x', 1 << 20)}}"}]}""";

        Split(sns).ShouldBe([("f", sns)]);
    }

    [Fact]
    public void Events_are_parts_of_the_file_and_no_copies()
    {
        var file = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("{\"a\":[1]}", 1_000)));

        foreach (var (_, bytes) in EventSplitter.Split("f", file))
            bytes.Span.Overlaps(file).ShouldBeTrue();
    }

    private static List<(string Name, string Text)> Split(string file) =>
        [.. EventSplitter.Split("f", Encoding.UTF8.GetBytes(file)).Select(part => (part.Name, Encoding.UTF8.GetString(part.Bytes.Span)))];
}
