using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Shouldly;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class ParserTotalityTests
{
    private const int Iterations = 2000;

    private static readonly ImmutableArray<byte[]> Seeds =
        [.. EventFiles.Names.Select(EventFiles.Bytes).Where(bytes => bytes.Length is > 0 and < 16 * 1024)];

    private static readonly ImmutableArray<byte[]> GoodSeeds =
        [.. EventFiles.Names.Where(name => !name.StartsWith("bad/", StringComparison.Ordinal)).Select(EventFiles.Bytes)];

    private static readonly string[] Odd =
    [
        "null", "true", "0", "-1", "1e400", "9007199254740993", "\"\"", "\" \"", "\"ALARM\"", "\"arn:aws:cloudwatch:::alarm:\"",
        "\"1969-12-31T23:59:59Z\"", "\"\\u0000\\r\\n\"", "\"\\ud83d\\ude00\"", "[]", "[[]]", "[null]", "{}", "{\"a\":1}",
        $"\"{new string('x', 3000)}\"", "\"{\\\"AlarmName\\\":\\\"x\\\"}\"",
    ];

    // Half of them are letters and the like, so that some events stay readable.
    private static readonly Gen<byte> AnyByte = Gen.OneOf(Gen.Byte, Gen.Byte[(byte)'0', (byte)'z']);

    private static readonly Gen<byte[]> BrokenBytes =
        from seed in Gen.Int[0, Seeds.Length - 1]
        from edits in Gen.Select(Gen.Int[0, int.MaxValue - 1], AnyByte, Gen.Int[0, 3]).Array[1, 6]
        select edits.Aggregate(Seeds[seed], (bytes, edit) => Edit(bytes, edit.Item1, edit.Item2, edit.Item3));

    private static readonly Gen<byte[]> OddValues =
        from seed in Gen.Int[0, GoodSeeds.Length - 1]
        from picks in Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Int[0, Odd.Length - 1]).Array[1, 4]
        select Replace(GoodSeeds[seed], picks);

    private int accepted;
    private int rejected;

    [Fact]
    public void Events_with_changed_bytes_never_make_a_parser_throw()
    {
        BrokenBytes.Sample(CheckAll, iter: Iterations);

        accepted.ShouldBeGreaterThan(Iterations / 50);
        rejected.ShouldBeGreaterThan(Iterations);
    }

    [Fact]
    public void Events_with_exchanged_values_never_make_a_parser_throw()
    {
        OddValues.Sample(CheckAll, iter: Iterations);

        accepted.ShouldBeGreaterThan(Iterations / 10);
        rejected.ShouldBeGreaterThan(Iterations);
    }

    [Fact]
    public void Random_bytes_never_make_a_parser_throw()
    {
        Gen.Byte.Array[0, 200].Sample(CheckAll, iter: Iterations);

        rejected.ShouldBeGreaterThan(Iterations);
    }

    [Fact]
    public void Truncated_events_never_make_a_parser_throw()
    {
        foreach (var seed in Seeds)
        {
            for (var length = 0; length < seed.Length; length += 41)
                CheckAll(seed[..length]);
        }

        rejected.ShouldBeGreaterThan(Seeds.Length);
    }

    private void CheckAll(byte[] payload)
    {
        _ = EventShape.Detect(payload);
        _ = EventTime.Read(payload);
        foreach (var parser in Enum.GetValues<EventParser>())
            Check(EventFiles.Read(parser, payload, EventFiles.Now));
        _ = TrailEvents.ReadRecord(payload, "$", EventFiles.Now);
    }

    private void Check(IReadOnlyList<SignalParseResult> readings)
    {
        readings.ShouldNotBeEmpty();
        foreach (var reading in readings)
        {
            if (reading is SignalParseResult.Rejected(var rejection))
            {
                Interlocked.Increment(ref rejected);
                rejection.Path.ShouldStartWith("$");
                rejection.Path.Length.ShouldBeLessThanOrEqualTo(SubjectLimits.LabelValue);
                rejection.Reason.Length.ShouldBeInRange(1, SubjectLimits.Description);
            }
            else if (reading is SignalParseResult.Accepted { Signal: var signal })
            {
                Interlocked.Increment(ref accepted);
                signal.Subject.ShouldBe(SubjectLimits.Bound(signal.Subject));
                signal.Reason.Length.ShouldBeLessThanOrEqualTo(SubjectLimits.Description);
                signal.Id.Length.ShouldBe(32);
                signal.EventId.ShouldNotBeEmpty();
                signal.Subject.Title.ShouldNotContain('\n');
                signal.Subject.Fingerprint.Text.Length.ShouldBeInRange(1, SubjectLimits.Fingerprint);
            }
        }
    }

    private static byte[] Edit(byte[] bytes, int at, byte value, int kind)
    {
        if (bytes.Length == 0)
            return [value];
        at %= bytes.Length;
        return kind switch
        {
            0 => [.. bytes[..at], value, .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], value, .. bytes[at..]],
            _ => [.. bytes[..at], .. bytes[(at / 2)..at], .. bytes[at..]],
        };
    }

    private static byte[] Replace(byte[] seed, (int, int)[] picks)
    {
        var root = JsonNode.Parse(seed)!;
        foreach (var (place, value) in picks)
        {
            var parents = Containers(root).ToArray();
            var odd = JsonNode.Parse(Odd[value]);
            switch (parents[place % parents.Length])
            {
                case JsonObject { Count: > 0 } parent:
                    parent[parent.ElementAt(place % parent.Count).Key] = odd;
                    break;
                case JsonArray { Count: > 0 } parent:
                    parent[place % parent.Count] = odd;
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static IEnumerable<JsonNode> Containers(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).SelectMany(Containers).Prepend(members),
        JsonArray items => items.SelectMany(Containers).Prepend(items),
        _ => [],
    };
}
