using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Patterns;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

/// <summary>
/// Each event would cost a matcher hours or its stack if it tried every combination or recursed as deep as the event.
/// </summary>
public class HostileEventTests
{
    [Theory]
    [InlineData(990, true)]
    [InlineData(3_000, false)]
    public void Nesting_is_followed_to_the_bound_and_not_beyond(int depth, bool expected)
    {
        var arrays = $"{{\"v\":{new string('[', depth)}1{new string(']', depth)}}}";
        var objects =
            $"{string.Concat(Enumerable.Repeat("{\"v\":[", depth / 2))}1{string.Concat(Enumerable.Repeat("]}", depth / 2))}";
        var name = string.Join('.', Enumerable.Repeat("v", depth / 2));

        Matches("""{"v":[1]}""", arrays).ShouldBe(expected);
        Matches($$"""{"{{name}}":[1]}""", objects).ShouldBe(expected);
    }

    [Theory]
    [InlineData(990, true)]
    [InlineData(1001, false)]
    [InlineData(10_000, false)]
    public void Patterns_nest_to_the_bound_and_not_beyond(int depth, bool accepted)
    {
        var json = $"{string.Concat(Enumerable.Repeat("{\"v\":", depth))}[1]{new string('}', depth)}";

        EventPattern.Parse(Encoding.UTF8.GetBytes(json)).IsAccepted.ShouldBe(accepted);
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = depth + 1 });
        EventPattern.Parse(document.RootElement).IsAccepted.ShouldBe(accepted);
    }

    [Fact]
    public void Big_arrays_without_an_element_that_has_all_fields_are_read_once()
    {
        // Each element lacks one of ten fields: trying element after element for each field would take 10,000 to the tenth.
        var elements = Enumerable.Range(0, 10_000)
            .Select(element => Enumerable.Range(0, 10).Where(field => field != element % 10).Select(field => $"\"f{field}\":1"))
            .Select(members => $"{{{string.Join(',', members)}}}");
        var json = Event($"{{\"l\":[{string.Join(',', elements)}]}}");
        var fields = string.Join(',', Enumerable.Range(0, 10).Select(field => $"\"f{field}\":[1]"));
        var branches = string.Join(
            ',', Enumerable.Range(0, 20).Select(branch => $"{{\"f0\":[1],\"g\":[{branch},{{\"exists\":false}}]}}"));

        Pattern($$$"""{"l":{{{{fields}}}}}""").Matches(json).ShouldBeFalse();
        Pattern($$$"""{"l":{{{{fields}}},"$or":[{{{branches}}}]}}""").Matches(json).ShouldBeFalse();
        Pattern("""{"l":{"f0":[1],"f1":[1],"f2":[{"exists":false}]}}""").Matches(json).ShouldBeTrue();
    }

    [Fact]
    public void Arrays_in_arrays_whose_elements_never_agree_are_read_once()
    {
        // Level upon level of two elements, one with x and one with y: 2 to the 300th ways through.
        const int levels = 300;
        var open = string.Concat(Enumerable.Repeat("[{\"x\":1},{\"y\":1},", levels));
        var json = Event($"{{\"l\":{open}0{new string(']', levels)}}}");

        Pattern("""{"l":{"x":[1],"y":[1]}}""").Matches(json).ShouldBeFalse();
        Pattern("""{"l":{"x":[1],"y":[2,{"exists":false}]}}""").Matches(json).ShouldBeTrue();
    }

    [Fact]
    public void Long_texts_are_scanned_once()
    {
        var text = new string('a', 256 * 1024);
        var pattern = Pattern(
            """{"v":[{"wildcard":"*aaab*c"},{"wildcard":"a*a*ab"},{"suffix":"b"},{"prefix":{"equals-ignore-case":"b"}}]}""");

        pattern.Matches(Event($"{{\"v\":\"{text}\"}}")).ShouldBeFalse();
        pattern.Matches(Event($"{{\"v\":\"{text}b\"}}")).ShouldBeTrue();
        pattern.Matches(Event($"{{\"v\":[{string.Join(',', Enumerable.Repeat("\"aaaaaaaaaaaaaaaa\"", 10_000))}]}}"))
            .ShouldBeFalse();
    }

    [Fact]
    public void Long_numbers_and_names_are_only_read()
    {
        var digits = new string('9', 256 * 1024);

        Matches("""{"v":[1,{"numeric":["<",1]},{"cidr":"10.0.0.0/8"}]}""", $"{{\"v\":{digits}}}").ShouldBeFalse();
        Matches("""{"v":[0]}""", $"{{\"v\":0.{new string('0', 256 * 1024)}e-{digits}}}").ShouldBeTrue();
        Matches("""{"v":[1]}""", $"{{\"{new string('.', 256 * 1024)}\":1,\"v\":1}}").ShouldBeTrue();
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_pattern_has_at_most_a_thousand_fields(int fields, bool accepted)
    {
        // Each field is decided by absence: the deepest possible search.
        var absent = string.Join(',', Enumerable.Range(1, fields - 1).Select(field => $"\"f{field}\":[{{\"exists\":false}}]"));
        var json = $$$"""{"l":{{{{absent}}},"z":[1]}}""";

        if (accepted) Matches(json, """{"l":[{"z":0},{"z":1}]}""").ShouldBeTrue();
        else Refusal(json).Reason.ShouldBe("a pattern names at most 1000 fields");
    }

    [Fact]
    public void Text_that_is_no_valid_Unicode_is_compared_without_an_exception()
    {
        using var document = JsonDocument.Parse(
            new byte[] { (byte)'{', (byte)'"', (byte)'v', (byte)'"', (byte)':', (byte)'"', 0xc3, (byte)'"', (byte)'}' });

        Pattern("""{"v":[{"exists":true}]}""").Matches(document.RootElement).ShouldBeTrue();
        Pattern("""{"v":["\u00c3",{"wildcard":"*x"}]}""").Matches(document.RootElement).ShouldBeFalse();
        Matches("""{"v":[{"prefix":"\ud83d"}]}""", """{"v":"\ud83d\ude42"}""").ShouldBeTrue();
    }

    [Fact]
    public void One_pattern_serves_many_threads_at_once()
    {
        var pattern = Pattern("""{"l":{"x":[{"numeric":[">",5]}],"y":[{"wildcard":"a*b"}]}}""");
        var events = Enumerable.Range(0, 1000)
            .Select(number => Event($$"""{"l":[{"x":{{number % 11}},"y":"a{{number}}b"},{"x":9}]}""")).ToArray();

        var answers = events.AsParallel().AsOrdered().Select(pattern.Matches).ToArray();

        answers.ShouldBe([.. Enumerable.Range(0, 1000).Select(number => number % 11 > 5)]);
    }
}
