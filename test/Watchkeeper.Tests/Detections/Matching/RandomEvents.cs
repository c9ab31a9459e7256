using System.Text;
using CsCheck;

namespace Watchkeeper.Tests.Detections.Matching;

/// <summary>
/// Random records of CloudTrail, ordinary and hostile: escaped names and values, repeated and dotted names, arrays in arrays,
/// halves of surrogate pairs, broken UTF-8, other types than expected.
/// </summary>
internal static class RandomEvents
{
    // Replaced by a byte that is never valid in UTF-8.
    private const char Broken = '\u0001';

    private static readonly Gen<string> Name = RandomDetections.OneOf(
        "eventName", "eventName", "event\\u004eame", "eventSource", "errorCode", "userIdentity", "type", "requestParameters",
        "requestParameters", "a", "b", "a.b", "p", "list", "c", "list.c", "requestParameters.a", "userIdentity.type", "", ".",
        "a.", "readOnly", "\\ud800", "a\\\"", "a\u0001");

    private static readonly Gen<string> Scalar = RandomDetections.OneOf(
        "\"A\"", "\"A\"", "\"B\"", "\"C\"", "\"\\u0041\"", "\"é\"", "\"\\u00e9\"", "\"😀\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"",
        "\"\u0001\"", "\"\"", "true", "false", "null", "1", "1.0", "\"true\"", "\"AccessDenied\"", "\"10.0.0.1\"",
        "\"{\\\"b\\\":\\\"A\\\"}\"", "\"\\\"B\\\"\"", "\"{\\\"b\\\":\"", "\"[{\\\"b\\\":[\\\"B\\\"]}]\"");

    /// <summary>A record in UTF-8, mostly.</summary>
    public static Gen<byte[]> Record { get; } = Gen.Select(Usual(), Object(3)).Select((usual, any) => Bytes(Joined(usual, any)));

    /// <summary>The record in EventBridge's envelope.</summary>
    public static byte[] Envelope(byte[] record) =>
        [.. "{\"source\":\"aws.a\",\"detail-type\":\"T\",\"detail\":"u8, .. record, .. "}"u8];

    private static Gen<string> Usual() => Gen.Select(
        RandomDetections.OneOf(
            "", "\"eventName\":\"A\"", "\"eventName\":\"B\",\"eventSource\":\"A\"", "\"eventName\":[\"A\",\"C\"]"),
        RandomDetections.OneOf("", "\"errorCode\":\"AccessDenied\"", "\"errorCode\":\"NotFound\""),
        RandomDetections.OneOf(
            "", "\"requestParameters\":{\"a\":\"B\",\"p\":\"{\\\"b\\\":\\\"A\\\"}\"}", "\"userIdentity\":{\"type\":\"C\"}"),
        (one, two, three) => $"{{{string.Join(',', new[] { one, two, three }.Where(part => part.Length > 0))}}}");

    private static Gen<string> Object(int depth) => Gen.Select(Name, Value(depth)).Array[0, 5]
        .Select(members => $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\": {member.Item2}"))}}}");

    private static Gen<string> Value(int depth) => depth == 0
        ? Scalar
        : Gen.Frequency(
            (4, Scalar),
            (3, Object(depth - 1)),
            (1, Value(depth - 1).Array[0, 3].Select(items => $"[{string.Join(" , ", items)}]")));

    private static string Joined(string one, string other) =>
        one.Length == 2 ? other : other.Length == 2 ? one : $"{one[..^1]},{other[1..]}";

    private static byte[] Bytes(string json) =>
        [.. Encoding.UTF8.GetBytes(json).Select(unit => unit == Broken ? (byte)0xFF : unit)];
}
