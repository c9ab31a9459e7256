using System.Globalization;
using CsCheck;
using Shouldly;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>
/// Other tables evaluate guards and changes themselves: on random rows they must give the same answer and the same row as
/// DynamoDB Local.
/// </summary>
public sealed class RowEvaluationTests(DynamoDbLocalFixture emulator)
{
    private const int Samples = 1500;

    private static readonly string[] Texts = ["", "a", "ab", "b", "é", "\uffff", "😀"];
    private static readonly string[] Numbers =
    [
        "0", "1", "-1", "2", "10", "9", "1.5", "1.25", "-1.5", "0.001", "1E2", "1E-130",
        "9.9999999999999999999999999999999999999E125",
        "12345678901234567890123456789012345678", "-12345678901234567890123456789012345678",
        "99999999999999999999999999999999999999",
    ];

    private static readonly Gen<RowValue> Scalar = Gen.OneOf(
        One(Texts).Select(RowValue.Text),
        One(Numbers).Select(number => RowValue.Number(number)),
        Gen.Byte.Array[0, 2].Select(bytes => RowValue.Bytes(bytes)));

    private static readonly Gen<RowValue> List = Scalar.Array[0, 3].Select(elements => RowValue.List([.. elements]));

    private static readonly Gen<RowValue> Map =
        Gen.Select(One("x", "y"), Scalar).Array[0, 2]
            .Select(pairs => RowSamples.Map(pairs.DistinctBy(pair => pair.Item1).ToArray()));

    private static readonly Gen<RowValue> Value = Gen.Frequency((4, Scalar), (1, List), (1, Map));

    // A name's beginning fixes its type, so that a guard for that type often holds.
    private static readonly Gen<(string Name, RowValue Value)> Attribute = Gen.OneOf(
        Gen.Select(One("a", "c"), Value),
        One(Numbers).Select(number => ("n", RowValue.Number(number))),
        List.Select(list => ("l", list)),
        Map.Select(map => ("m", map)));

    private static readonly Gen<string> Path = One("a", "c", "n", "l", "m", "m.x", "m.y", "a.x", "none", RowKey.SkName);

    private static readonly Gen<RowGuard> Atom = Gen.OneOf(
        Path.Select(RowGuard.Exists),
        Path.Select(RowGuard.Missing),
        Gen.Select(Path, Value, RowGuard.Equal),
        Gen.Select(Path, Scalar, RowGuard.Less),
        Gen.Select(Path, Scalar, RowGuard.AtMost),
        Gen.Select(Path, Scalar, RowGuard.AtLeast),
        One(Numbers).Select(number => RowGuard.Less("n", RowValue.Number(number))),
        Gen.Select(Path, Scalar, Scalar, (path, one, other) => RowGuard.In(path, one, other)),
        Gen.Select(One("l", "m", "none"), Gen.Int[0, 3], RowGuard.SizeBelow),
        Gen.Select(Path, Scalar, RowGuard.Contains));

    private static readonly Gen<RowGuard> Guard = Gen.Recursive<RowGuard>((depth, inner) => depth > 2 ? Atom : Gen.Frequency(
        (4, Atom),
        (1, inner.Select(RowGuard.Not)),
        (1, inner.Array[1, 3].Select(guards => RowGuard.All([.. guards]))),
        (1, inner.Array[1, 3].Select(guards => RowGuard.Any([.. guards])))));

    private static readonly Gen<RowChange> Change = Gen.OneOf(
        Attribute.Select(attribute => RowChange.Set(attribute.Name, attribute.Value)),
        Gen.Select(One("n", "a", "none"), Gen.Long[-3, 3], RowChange.Increase),
        Gen.Select(One("n", "a", "none"), Gen.Long[-3, 3], RowChange.Count),
        Gen.Select(One("l", "a", "none"), Scalar, (name, element) => RowChange.Append(name, element)),
        One("a", "c", "n", "l", "m", "none").Select(RowChange.Remove));

    private static readonly Gen<Sample> Any = Gen.Select(
        Attribute.Array[0, 5].Null(), Gen.Frequency((2, Guard), (1, Gen.Const(RowGuard.Missing("none")))), Change.Array[1, 4],
        (row, guard, changes) => new Sample(row, guard, [.. changes.DistinctBy(change => change.Name)]));

    [Fact]
    public async Task The_evaluator_answers_as_DynamoDB_does()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var (number, written, refused, invalid) = (0, 0, 0, 0);

        await Any.SampleAsync(
            async sample =>
            {
                var key = new RowKey("P", Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture));
                var current = sample.Row is { } attributes ? RowSamples.Create(key, attributes) : null;
                if (current is not null)
                    await stores.Table.WriteAsync(new RowPut(current), CancellationToken.None);
                var update = new RowUpdate(key, [.. sample.Changes], sample.Guard) { WantsRow = true };

                var (expected, row) = Evaluate(update, current);
                var actual = await AnswerAsync(stores.Table, update);

                actual.ShouldBe(expected);
                (await stores.Table.ReadAsync(key, CancellationToken.None)).ShouldBe(row);
                _ = expected switch
                {
                    RowWritten => Interlocked.Increment(ref written),
                    RowRefused => Interlocked.Increment(ref refused),
                    _ => Interlocked.Increment(ref invalid),
                };
            },
            iter: Samples,
            threads: 2);

        TestContext.Current.TestOutputHelper!.WriteLine($"{written} written, {refused} refused, {invalid} invalid");
        foreach (var each in (int[])[written, refused, invalid])
            each.ShouldBeGreaterThan(Samples / 20);
    }

    private static Gen<string> One(params string[] all) => Gen.Int[0, all.Length - 1].Select(at => all[at]);

    /// <summary>The answer, null for an error, and the row after it.</summary>
    private static (RowWriteResult? Answer, Row? Row) Evaluate(RowUpdate update, Row? current)
    {
        if (!update.Holds(current))
            return (new RowRefused(current), current);
        try
        {
            var after = update.Apply(current);
            return (update.Answer(after), after);
        }
        catch (InvalidRowWriteException)
        {
            return (null, current);
        }
    }

    private static async Task<RowWriteResult?> AnswerAsync(IRowTable table, RowUpdate update)
    {
        try
        {
            return await table.WriteAsync(update, CancellationToken.None);
        }
        catch (InvalidRowWriteException)
        {
            return null;
        }
    }

    private sealed record Sample((string Name, RowValue Value)[]? Row, RowGuard Guard, RowChange[] Changes)
    {
        public override string ToString() =>
            $"{(Row is null ? "no row" : string.Join(", ", Row))}\n{Guard}\n{string.Join<RowChange>('\n', Changes)}";
    }
}
