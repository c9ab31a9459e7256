using System.Globalization;
using Shouldly;
using Watchkeeper.Storage.Rows;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="IRowTable"/> for several rows: transactions, partitions and indexes.</summary>
public abstract class RowSetContract : StoreContract
{
    private static readonly RowIndex Open = new("open", "o", "os", "OPEN", 8);
    private static readonly RowKey One = new("P#1", "S#1"), Other = new("P#2", "S#1"), Third = new("P#1", "S#2");
    private static readonly RowGuard Absent = RowGuard.Missing(RowKey.PkName);

    [Fact]
    public async Task All_writes_are_carried_out_if_every_guard_holds()
    {
        await using var stores = await OpenAsync();
        await stores.Table.WriteAsync(new RowPut(Third.ToRow()), Token);

        (await stores.Table.WriteAllAsync(
            [new RowPut(One.ToRow(), Absent), new RowUpdate(Other, [RowChange.Count("n", 1)], Absent), new RowDelete(Third)],
            Token))
            .ShouldBe(new RowsWritten());

        (await stores.Table.ReadAsync(One, Token)).ShouldBe(One.ToRow());
        (await stores.Table.ReadAsync(Other, Token)).ShouldBe(RowSamples.Create(Other, ("n", RowValue.Number(1))));
        (await stores.Table.ReadAsync(Third, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task No_write_is_carried_out_if_one_is_refused_and_each_reports_its_row()
    {
        await using var stores = await OpenAsync();
        await stores.Table.WriteAsync(new RowPut(RowSamples.Everything(Other)), Token);

        var refused = (await stores.Table.WriteAllAsync(
            [
                new RowPut(One.ToRow(), Absent), new RowUpdate(Other, [RowChange.Count("n", 1)], Absent),
                new RowDelete(Third, RowGuard.Exists(RowKey.PkName)),
            ],
            Token)).ShouldBeOfType<RowsRefused>();

        refused.Outcomes.ShouldBe(
        [
            new RowOutcome.Passed(), new RowOutcome.Refused(RowSamples.Everything(Other)), new RowOutcome.Refused(null),
        ]);
        (await stores.Table.ReadAsync(One, Token)).ShouldBeNull();
        (await stores.Table.ReadAsync(Other, Token)).ShouldBe(RowSamples.Everything(Other));
    }

    [Fact]
    public async Task Two_writes_of_one_row_are_no_valid_transaction()
    {
        await using var stores = await OpenAsync();

        await Should.ThrowAsync<InvalidRowWriteException>(() => stores.Table.WriteAllAsync(
            [new RowPut(One.ToRow()), new RowUpdate(One, [RowChange.Count("n", 1)])], Token));

        (await stores.Table.ReadAsync(One, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_partition_is_read_in_the_order_of_UTF_8_and_by_the_prefix_of_its_sort_keys()
    {
        await using var stores = await OpenAsync();
        string[] inOrder = ["a", "a#", "a#1", "a#10", "a#2", "a#\uffff", "a#😀", "a$", "b"];
        foreach (var sk in inOrder.Reverse())
            await stores.Table.WriteAsync(new RowPut(new RowKey("P#1", sk).ToRow()), Token);
        await stores.Table.WriteAsync(new RowPut(new RowKey("P#10", "a#1").ToRow()), Token);

        (await KeysAsync(stores, "P#1", "")).ShouldBe(inOrder);
        (await KeysAsync(stores, "P#1", "a#")).ShouldBe(inOrder[1..7]);
        (await KeysAsync(stores, "P#1", "c")).ShouldBeEmpty();
        (await KeysAsync(stores, "P#2", "")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_partition_of_many_pages_is_read_whole()
    {
        await using var stores = await OpenAsync();
        var text = RowValue.Text(new string('x', 300_000));
        // DynamoDB ends a page after one megabyte.
        foreach (var number in Enumerable.Range(0, 8))
            await stores.Table.WriteAsync(new RowPut(RowSamples.Create(new RowKey("P#1", $"S#{number}"), ("t", text))), Token);

        (await KeysAsync(stores, "P#1", "S#")).Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_row_is_in_an_index_while_it_has_both_attributes()
    {
        await using var stores = await OpenAsync();
        await stores.Table.WriteAsync(new RowPut(Indexed(One, 3, "b")), Token);
        await stores.Table.WriteAsync(new RowPut(Indexed(Other, 0, "a")), Token);
        await stores.Table.WriteAsync(new RowPut(RowSamples.Create(Third, ("o", RowValue.Text(Open.Shard(0))))), Token);

        (await IndexAsync(stores, null)).ShouldBe([One, Other], ignoreOrder: true);
        (await IndexAsync(stores, "a")).ShouldBe([Other]);
        (await IndexAsync(stores, "A")).ShouldBeEmpty();
        await stores.Table.WriteAsync(new RowUpdate(Other, [RowChange.Remove("o")]), Token);
        (await IndexAsync(stores, null)).ShouldBe([One]);
        await stores.Table.WriteAsync(
            new RowUpdate(One, [RowChange.Set("os", RowValue.Text("c")), RowChange.Set("o", RowValue.Text(Open.Shard(7)))]),
            Token);
        (await IndexAsync(stores, "b")).ShouldBeEmpty();
        (await IndexAsync(stores, "c")).ShouldBe([One]);
        await stores.Table.WriteAsync(new RowUpdate(Third, [RowChange.Set("os", RowValue.Text("d"))]), Token);
        (await IndexAsync(stores, null)).ShouldBe([One, Third], ignoreOrder: true);
        await stores.Table.WriteAsync(new RowDelete(One), Token);
        (await IndexAsync(stores, null)).ShouldBe([Third]);
    }

    [Fact]
    public async Task A_shard_of_many_rows_is_read_whole_without_rows_of_another_kind()
    {
        const int count = 230;
        await using var stores = await OpenAsync();
        var keys = Enumerable.Range(0, count)
            .Select(number => new RowKey("P#1", number.ToString(CultureInfo.InvariantCulture))).ToList();
        foreach (var key in keys)
            await stores.Table.WriteAsync(new RowPut(Indexed(key, 5, key.Sk)), Token);
        await stores.Table.WriteAsync(
            new RowPut(RowSamples.Create(Other, ("o", RowValue.Text("OTHER#5")), ("os", RowValue.Text("a")))), Token);

        (await IndexAsync(stores, null)).ShouldBe(keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_range_is_read_in_pages_in_the_order_of_UTF_8_in_both_directions(bool isDescending)
    {
        await using var stores = await OpenAsync();
        string[] inOrder = ["a", "a#", "a#1", "a#10", "a#2", "a#\uffff", "a#😀", "a$", "b"];
        foreach (var sk in inOrder.Reverse())
            await stores.Table.WriteAsync(new RowPut(new RowKey("P#1", sk).ToRow()), Token);
        await stores.Table.WriteAsync(new RowPut(new RowKey("P#10", "a#1").ToRow()), Token);
        string[] expected = isDescending ? [.. inOrder.Reverse()] : inOrder;

        foreach (var limit in Enumerable.Range(1, inOrder.Length + 1))
        {
            var range = new RowRange("P#1", limit) { IsDescending = isDescending };
            (await PagesAsync(stores, range)).ShouldBe(expected);
            var part = range with { From = "a#", To = "a#2" };
            (await PagesAsync(stores, part)).ShouldBe(expected.Intersect(inOrder[1..5]));
        }

        (await stores.Table.ReadRangeAsync(new RowRange("P#1", inOrder.Length), Token)).Last.ShouldBe("b");
        (await stores.Table.ReadRangeAsync(new RowRange("P#1", 99), Token)).Last.ShouldBeNull();
        (await PagesAsync(stores, new RowRange("P#2", 99))).ShouldBeEmpty();
        (await PagesAsync(stores, new RowRange("P#1", 9) { From = "b", To = "a" })).ShouldBeEmpty();
        (await PagesAsync(stores, RowRange.WithPrefix("P#1", "a#", 2) with { IsDescending = isDescending }))
            .ShouldBe(expected.Intersect(inOrder[1..7]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_range_of_an_index_goes_on_after_rows_that_have_left_it(bool isDescending)
    {
        await using var stores = await OpenAsync();
        foreach (var number in Enumerable.Range(0, 7))
            await stores.Table.WriteAsync(new RowPut(Indexed(new RowKey($"P#{number}", "S"), 2, $"i{number}")), Token);
        await stores.Table.WriteAsync(new RowPut(Indexed(Other, 3, "i3")), Token);
        var range = new RowRange(Open.Shard(2), 3, Open) { IsDescending = isDescending, From = "i1" };
        string[] expected = isDescending ? ["i6", "i5", "i4", "i2", "i1"] : ["i1", "i2", "i3", "i5", "i6"];

        var first = await stores.Table.ReadRangeAsync(range, Token);
        first.Rows.Select(SortOf).ShouldBe(expected[..3]);
        // The last row shown, and the next one.
        foreach (var gone in new[] { 3, 4 })
            await stores.Table.WriteAsync(new RowUpdate(new RowKey($"P#{gone}", "S"), [RowChange.Remove("o")]), Token);
        var second = await stores.Table.ReadRangeAsync(range with { After = first.Last }, Token);

        second.Rows.Select(SortOf).ShouldBe(expected[3..]);
        second.Last.ShouldBeNull();
    }

    private static string SortOf(Row row) => ((TextValue)row.At("os")!).Value;

    private static async Task<List<string>> PagesAsync(StoreHarness stores, RowRange range)
    {
        var keys = new List<string>();
        RowPage page;
        do
        {
            page = await stores.Table.ReadRangeAsync(range, Token);
            page.Rows.Length.ShouldBeLessThanOrEqualTo(range.Limit);
            keys.AddRange(page.Rows.Select(row => RowKey.From(row).Sk));
            range = range with { After = page.Last };
        }
        while (page.Last is not null);
        return keys;
    }

    private static Row Indexed(RowKey key, int shard, string sort) =>
        RowSamples.Create(key, ("o", RowValue.Text(Open.Shard(shard))), ("os", RowValue.Text(sort)));

    private static async Task<List<string>> KeysAsync(StoreHarness stores, string pk, string prefix) =>
        await stores.Table.QueryAsync(pk, prefix, Token).Select(row => RowKey.From(row).Sk).ToListAsync(Token);

    private static async Task<List<RowKey>> IndexAsync(StoreHarness stores, string? upTo) =>
        await stores.Table.QueryIndexAsync(Open, upTo, Token).Select(RowKey.From).ToListAsync(Token);
}
