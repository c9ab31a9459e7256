using System.Text;
using CsCheck;
using Shouldly;
using Watchkeeper.Detections;

namespace Watchkeeper.Tests.Detections.Matching;

/// <summary>Random detections over few fields and values, so that many of them match a random event.</summary>
internal static class RandomDetections
{
    private static readonly string[] Fields =
    [
        "eventName", "eventSource", "errorCode", "userIdentity.type", "requestParameters.a", "requestParameters.a.b",
        "requestParameters.p", "requestParameters.p.b", "requestParameters.list.c", "", "readOnly", "a\uFFFD",
    ];

    private static readonly Gen<string> Value = Gen.Frequency(
        (8, OneOf("\"A\"", "\"B\"", "\"C\"", "\"é\"", "\"😀\"")),
        (2, OneOf("true", "false", "null", "1", "\"true\"", "\"10.0.0.1\"", "\"\"")),
        (1, OneOf("\"\uFFFD\"", "\"\\ud800\"")),
        (2, OneOf(
            "{\"exists\":false}", "{\"exists\":true}", "{\"prefix\":\"A\"}", "{\"anything-but\":[\"A\"]}",
            "{\"equals-ignore-case\":\"b\"}", "{\"exactly\":\"B\"}", "{\"wildcard\":\"*\"}")));

    private static readonly Gen<string> Values = Value.Array[1, 3].Select(values => $"[{string.Join(',', values)}]");

    private static readonly Gen<string> Detail = Members(Values, 0, 3);

    private static readonly Gen<string> Branches = Members(Values, 1, 2).Array[2, 3].Select(
        all => $"{{\"$or\":[{string.Join(',', all)}]");

    private static readonly Gen<string> Pattern = Gen.Select(
        Gen.Frequency((3, Gen.Const("")), (1, OneOf("\"source\":[\"aws.a\"],", "\"detail-type\":[\"T\",\"A\"],"))),
        Gen.Frequency(
            (3, Members(Values, 1, 3)),
            (2, Gen.Select(Branches, Detail, (or, members) => members.Length > 2 ? $"{or},{members[1..]}" : $"{or}}}"))),
        (envelope, detail) => $"{{{envelope}\"detail\":{detail}}}");

    /// <summary>The file of a detection; its position makes its id.</summary>
    public static Gen<Func<int, byte[]>> File { get; } = Gen.Select(
        Pattern,
        Gen.Frequency((2, Gen.Const("")), (1, Pattern.Select(unless => $"\"unless\":{unless},"))),
        OneOf("", "", "\"attempts\":\"low\","),
        OneOf("", "", "", "\"stage\":\"staged\",", "\"stage\":\"off\","),
        OneOf(
            "", "\"decode\":[\"detail.requestParameters.p\"],",
            "\"decode\":[[\"detail.none\",\"detail.requestParameters.p\"]],"),
        Gen.Frequency(
            (2, Gen.Const("")),
            (1, Pattern.Select(undone => "\"undone\":{\"pattern\":{\"detail\":{\"eventName\":[\"A\",\"B\"]}}},"))),
        (pattern, unless, attempts, stage, decode, undone) => new Func<int, byte[]>(position => Encoding.UTF8.GetBytes(
            "{\"id\":\"d-" + position + "\",\"title\":\"t\",\"description\":\"d\",\"severity\":\"high\","
            + "\"runbook\":\"https://example.com/\"," + unless + attempts + stage + decode + undone
            + "\"pattern\":" + pattern + "}")));

    /// <summary>The detection in a file.</summary>
    public static Detection Parse(byte[] file)
    {
        var parsed = DetectionParser.Parse(file);
        parsed.Errors.ShouldBeEmpty(Encoding.UTF8.GetString(file));
        return parsed.Detection!;
    }

    // Some names are dotted, and some nested.
    private static Gen<string> Members(Gen<string> values, int least, int most) =>
        Gen.Select(OneOf(Fields), values, Gen.Bool).Array[least, most].Select(members =>
            $"{{{string.Join(',', members.DistinctBy(one => one.Item1.Split('.')[0]).Select(Member))}}}");

    private static string Member((string Field, string Values, bool IsNested) member)
    {
        var (field, values, isNested) = member;
        return isNested && field.IndexOf('.', StringComparison.Ordinal) is var dot and > 0
            ? $"\"{field[..dot]}\":{{\"{field[(dot + 1)..]}\":{values}}}"
            : $"\"{field}\":{values}";
    }

    public static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
