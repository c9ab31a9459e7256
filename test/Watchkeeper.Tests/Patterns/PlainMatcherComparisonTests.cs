using System.Text.Json.Nodes;
using CsCheck;
using Shouldly;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

public class PlainMatcherComparisonTests
{
    private static readonly Gen<string> Name = OneOf("a", "b", "c", "a-b");
    private static readonly Gen<string> Scalar = OneOf("1", "2", "\"x\"", "\"xy\"", "null");

    private static readonly Gen<string> Asked = Gen.OneOf(
        Scalar,
        OneOf(
            "{\"exists\":true}", "{\"exists\":false}", "{\"prefix\":\"x\"}", "{\"anything-but\":[1]}",
            "{\"anything-but\":[\"x\"]}"));

    private static readonly Gen<string> Text = OneOf(
        "\"x\"", "\"X\"", "\"xy\"", "\"xyx\"", "\"\"", "\"10.0.0.1\"", "\"10.7.0.1\"", "\"11.0.0.1\"",
        "1", "1.5", "2", "true", "null");

    private static readonly Gen<string> AnyType = Gen.OneOf(
        Text,
        OneOf("x", "xy", "y", "X").SelectMany(text => OneOf("exactly", "prefix", "suffix", "equals-ignore-case")
            .Select(kind => $"{{\"{kind}\":\"{text}\"}}")),
        OneOf("x", "xy", "yx").SelectMany(text => OneOf("prefix", "suffix", "equals-ignore-case")
            .Select(kind => $"{{\"anything-but\":{{\"{kind}\":[\"{text}\",\"10\"]}}}}")),
        OneOf("x*", "*x", "x*x", "*", "*y*", "x*y*x", "10.*").SelectMany(text => OneOf("{0}", "{{\"anything-but\":{0}}}")
            .Select(form => string.Format(null, form, $"{{\"wildcard\":\"{text}\"}}"))),
        OneOf("10.0.0.0/08", "10.0.0.0/16", "10.7.0.1/31", "8.0.0.0/05").Select(network => $"{{\"cidr\":\"{network}\"}}"),
        OneOf("\"<\",2", "\"<=\",1.5", "\">\",1", "\">=\",1.5", "\"=\",2", "\">\",1,\"<=\",2")
            .Select(range => $"{{\"numeric\":[{range}]}}"),
        OneOf("{\"exists\":true}", "{\"exists\":false}", "{\"anything-but\":[1,2]}", "{\"anything-but\":\"x\"}"));

    [Fact]
    public void Values_of_every_type_agree_with_the_plain_matcher() => Check(
        Gen.Select(OneOf("v", "w.v", "w"), Text.Array[1, 3]).Select((name, values) =>
            $"{{\"{name}\":{(values.Length == 1 ? values[0] : List(values))}}}"),
        Gen.Select(OneOf("\"v\":{0}", "\"w\":{{\"v\":{0}}}", "\"w.v\":{0}"), AnyType.Array[1, 3])
            .Select((form, values) => $"{{{string.Format(null, form, List(values))}}}"));

    [Fact]
    public void Patterns_without_arrays_of_objects_agree_with_the_plain_matcher() =>
        Check(Object(Value(3, arrays: false)), Pattern(2));

    [Fact]
    public void Patterns_with_arrays_in_arrays_agree_with_the_plain_matcher() =>
        Check(Object(Value(4, arrays: true)), Pattern(2));

    [Fact]
    public void Patterns_with_branches_agree_with_the_plain_matcher() => Check(Object(Value(2, arrays: true)), Branched(2));

    [Fact]
    public void Patterns_over_many_elements_of_one_array_agree_with_the_plain_matcher() => Check(
        Object(Value(1, arrays: false)).Array[2, 5].Select(items => $"{{\"a\":[{string.Join(',', items)}]}}"),
        Object(Asked.Array[1, 2].Select(List)).Select(fields => $"{{\"a\":{fields}}}"));

    private static void Check(Gen<string> events, Gen<string> patterns)
    {
        var (matched, asked) = (0, 0);
        Gen.Select(patterns.Where(HasFewBranches), events).Sample(
            (pattern, json) =>
            {
                var expected = PlainMatcher.Matches(JsonNode.Parse(pattern)!.AsObject(), JsonNode.Parse(json)!.AsObject());

                Matches(pattern, json).ShouldBe(expected, $"{pattern} of {json}");

                Interlocked.Increment(ref asked);
                if (expected) Interlocked.Increment(ref matched);
            },
            iter: 5_000);

        // The samples prove something only if both answers are common.
        matched.ShouldBeInRange(asked / 50, asked - (asked / 50));
    }

    /// <summary>Six times three branches stay below the accepted thousand combinations.</summary>
    private static bool HasFewBranches(string pattern) => pattern.Split("$or").Length <= 7;

    private static Gen<string> Value(int depth, bool arrays)
    {
        if (depth == 0) return Scalar;
        var inner = Value(depth - 1, arrays);
        return arrays
            ? Gen.Frequency((2, Scalar), (3, Object(inner)), (3, inner.Array[0, 3].Select(List)))
            : Gen.Frequency((2, Scalar), (3, Object(inner)), (1, Scalar.Array[0, 3].Select(List)));
    }

    private static Gen<string> Pattern(int depth)
    {
        var values = Asked.Array[1, 2].Select(List);
        return Object(depth == 0 ? values : Gen.Frequency((2, values), (2, Pattern(depth - 1))));
    }

    private static Gen<string> Branched(int depth)
    {
        if (depth == 0) return Pattern(1);
        var branches = Branched(depth - 1).Array[2, 3].Select(List);
        var field = Gen.Select(Name, Gen.Frequency((3, Asked.Array[2, 3].Select(List)), (1, Branched(depth - 1))));
        return Gen.Frequency(
            (1, branches.Select(or => $"{{\"$or\":{or}}}")),
            (1, Gen.Select(branches, field, (or, beside) => $"{{\"$or\":{or},\"{beside.Item1}\":{beside.Item2}}}")),
            (1, Gen.Select(branches, field, (or, beside) => $"{{\"{beside.Item1}\":{beside.Item2},\"$or\":{or}}}")));
    }

    private static Gen<string> Object(Gen<string> value) => Gen.Select(Name, value).Array[1, 3]
        .Select(pairs => pairs.DistinctBy(pair => pair.Item1).Select(pair => $"\"{pair.Item1}\":{pair.Item2}"))
        .Select(members => $"{{{string.Join(',', members)}}}");

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string List(string[] items) => $"[{string.Join(',', items)}]";
}
