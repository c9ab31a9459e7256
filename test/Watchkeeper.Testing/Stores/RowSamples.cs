using System.Collections.Immutable;
using Watchkeeper.Storage.Rows;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>Sample rows, guards and changes.</summary>
public static class RowSamples
{
    /// <summary>Guards, and whether each holds on <see cref="Everything"/>.</summary>
    public static IReadOnlyDictionary<string, (RowGuard Guard, bool Holds)> Guards { get; } =
        new Dictionary<string, (RowGuard, bool)>(StringComparer.Ordinal)
        {
            ["exists"] = (RowGuard.Exists("t"), true),
            ["exists, and there is none"] = (RowGuard.Exists("none"), false),
            ["exists in a map"] = (RowGuard.Exists("m.x"), true),
            ["exists in what is no map"] = (RowGuard.Exists("t.x"), false),
            ["missing"] = (RowGuard.Missing("none"), true),
            ["missing in a map"] = (RowGuard.Missing("m.y"), true),
            ["missing, and there is one"] = (RowGuard.Missing("t"), false),
            ["equals a text"] = (RowGuard.Equal("t", RowValue.Text("text")), true),
            ["equals another text"] = (RowGuard.Equal("t", RowValue.Text("Text")), false),
            ["equals a number"] = (RowGuard.Equal("n", 7), true),
            ["equals a number written otherwise"] = (RowGuard.Equal("n", RowValue.Number("7.00E0")), true),
            ["equals a number of many digits"] =
                (RowGuard.Equal("big", RowValue.Number("12345678901234567890123456789012345678")), true),
            ["differs in the last of many digits"] =
                (RowGuard.Equal("big", RowValue.Number("12345678901234567890123456789012345679")), false),
            ["equals a text of digits"] = (RowGuard.Equal("n", RowValue.Text("7")), false),
            ["equals bytes"] = (RowGuard.Equal("b", RowValue.Bytes(new byte[] { 0, 255 })), true),
            ["equals a list"] = (RowGuard.Equal("l", RowValue.List([RowValue.Text("a"), RowValue.Number("1.0")])), true),
            ["equals the list in another order"] =
                (RowGuard.Equal("l", RowValue.List([RowValue.Number(1), RowValue.Text("a")])), false),
            ["equals a map"] = (RowGuard.Equal("m", Map(("x", RowValue.Text("inner")))), true),
            ["equals in a map"] = (RowGuard.Equal("m.x", RowValue.Text("inner")), true),
            ["equals, and there is none"] = (RowGuard.Equal("none", RowValue.Text("")), false),
            ["less than a greater number"] = (RowGuard.Less("n", RowValue.Number("7.5")), true),
            ["less than the same"] = (RowGuard.Less("n", RowValue.Number(7)), false),
            ["less than a number of more digits"] = (RowGuard.Less("n", RowValue.Number(10)), true),
            ["less than a negative one"] = (RowGuard.Less("n", RowValue.Number(-10)), false),
            ["less than a text"] = (RowGuard.Less("n", RowValue.Text("9")), false),
            ["less, and there is none"] = (RowGuard.Less("none", RowValue.Number(9)), false),
            ["less by the bytes of UTF-8"] = (RowGuard.Less("high", RowValue.Text("😀")), true),
            ["less by bytes without a sign"] = (RowGuard.Less("b", RowValue.Bytes(new byte[] { 127 })), true),
            ["at most the same"] = (RowGuard.AtMost("n", RowValue.Number(7)), true),
            ["at most a lesser text"] = (RowGuard.AtMost("t", RowValue.Text("tex")), false),
            ["at least the same"] = (RowGuard.AtLeast("n", RowValue.Number(7)), true),
            ["at least, and there is none"] = (RowGuard.AtLeast("none", RowValue.Number(0)), false),
            ["in"] = (RowGuard.In("t", RowValue.Text("a"), RowValue.Text("text")), true),
            ["in others"] = (RowGuard.In("t", RowValue.Text("a"), RowValue.Number(7)), false),
            ["size below"] = (RowGuard.SizeBelow("l", 3), true),
            ["size not below"] = (RowGuard.SizeBelow("l", 2), false),
            ["size of none"] = (RowGuard.SizeBelow("none", 2), false),
            ["a list contains"] = (RowGuard.Contains("l", RowValue.Number("1.0")), true),
            ["a list does not contain a part"] = (RowGuard.Contains("l", RowValue.Text("")), false),
            ["a text contains"] = (RowGuard.Contains("t", RowValue.Text("ex")), true),
            ["bytes contain"] = (RowGuard.Contains("b", RowValue.Bytes(new byte[] { 255 })), true),
            ["a number contains nothing"] = (RowGuard.Contains("n", RowValue.Number(7)), false),
            ["contains, and there is none"] = (RowGuard.Contains("none", RowValue.Text("a")), false),
            ["all of one"] = (RowGuard.All(RowGuard.Any(RowGuard.Exists("t"))), true),
            ["any of all"] = (
                RowGuard.Any(
                    RowGuard.All(RowGuard.Exists("t"), RowGuard.Exists("none")),
                    RowGuard.Not(RowGuard.Not(RowGuard.Exists("n")))), true),
        };

    /// <summary>The names of <see cref="Guards"/>.</summary>
    public static TheoryData<string> GuardNames => [.. Guards.Keys];

    /// <summary>Changes that <see cref="Everything"/> does not allow.</summary>
    public static IReadOnlyDictionary<string, ImmutableArray<RowChange>> Invalid { get; } =
        new Dictionary<string, ImmutableArray<RowChange>>(StringComparer.Ordinal)
        {
            ["increase what is not there"] = [RowChange.Increase("none", 1)],
            ["increase a text"] = [RowChange.Increase("t", 1)],
            ["count a text"] = [RowChange.Count("t", 1)],
            ["append to what is not there"] = [RowChange.Append("none", RowValue.Text("x"))],
            ["append to a text"] = [RowChange.Append("t", RowValue.Text("x"))],
            ["change twice"] = [RowChange.Set("a", RowValue.Text("x")), RowChange.Remove("a")],
            ["change the key"] = [RowChange.Set(RowKey.SkName, RowValue.Text("x"))],
        };

    /// <summary>The names of <see cref="Invalid"/>.</summary>
    public static TheoryData<string> InvalidUpdates => [.. Invalid.Keys];

    /// <summary>A row with a value of every type.</summary>
    public static Row Everything(RowKey key) => Create(
        key,
        ("t", RowValue.Text("text")),
        ("high", RowValue.Text("\uffff")),
        ("empty", RowValue.Text("")),
        ("n", RowValue.Number(7)),
        ("big", RowValue.Number("12345678901234567890123456789012345678")),
        ("small", RowValue.Number("-0.0000001")),
        ("b", RowValue.Bytes(new byte[] { 0, 255 })),
        ("l", RowValue.List([RowValue.Text("a"), RowValue.Number(1)])),
        ("m", Map(("x", RowValue.Text("inner")))),
        ("deep", RowValue.List([Map(("l", RowValue.List([]))), Map()])));

    /// <summary>Creates a row from a key and attributes.</summary>
    public static Row Create(RowKey key, params ReadOnlySpan<(string Name, RowValue Value)> attributes) =>
        Row.Over(Add(key.ToRow().Attributes.ToDictionary(StringComparer.Ordinal), attributes));

    /// <summary>A map as a value.</summary>
    public static RowValue Map(params ReadOnlySpan<(string Name, RowValue Value)> attributes) =>
        RowValue.Map(Row.Over(Add(new Dictionary<string, RowValue>(StringComparer.Ordinal), attributes)));

    private static Dictionary<string, RowValue> Add(
        Dictionary<string, RowValue> all, ReadOnlySpan<(string Name, RowValue Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            all[name] = value;
        return all;
    }
}
