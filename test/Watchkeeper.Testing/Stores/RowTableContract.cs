using Shouldly;
using Watchkeeper.Storage.Rows;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="IRowTable"/> for single rows.</summary>
public abstract class RowTableContract : StoreContract
{
    private static readonly RowKey Key = new("P#1", "S#1");

    [Fact]
    public async Task A_row_that_is_put_is_read_back_unchanged()
    {
        await using var stores = await OpenAsync();
        var row = RowSamples.Everything(Key);

        (await stores.Table.ReadAsync(Key, Token)).ShouldBeNull();
        (await stores.Table.WriteAsync(new RowPut(row), Token)).ShouldBe(new RowWritten(row));

        (await stores.Table.ReadAsync(Key, Token)).ShouldBe(row);
        (await stores.Table.ReadAsync(new RowKey("P#1", "S#2"), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_put_replaces_the_whole_row()
    {
        await using var stores = await OpenAsync();
        await stores.Table.WriteAsync(new RowPut(RowSamples.Everything(Key)), Token);

        await stores.Table.WriteAsync(new RowPut(RowSamples.Create(Key, ("n", RowValue.Number(1)))), Token);

        (await stores.Table.ReadAsync(Key, Token)).ShouldBe(RowSamples.Create(Key, ("n", RowValue.Number(1))));
    }

    [Fact]
    public async Task A_refused_write_returns_the_stored_row_and_changes_nothing()
    {
        await using var stores = await OpenAsync();
        var row = RowSamples.Everything(Key);
        var (absent, present) = (RowGuard.Missing(RowKey.PkName), RowGuard.Exists(RowKey.PkName));
        RowWrite[] writes =
        [
            new RowPut(Key.ToRow(), present), new RowUpdate(Key, [RowChange.Set("x", RowValue.Number(1))], present),
            new RowDelete(Key, present),
        ];
        foreach (var write in writes)
            (await stores.Table.WriteAsync(write, Token)).ShouldBe(new RowRefused(null));
        (await stores.Table.ReadAsync(Key, Token)).ShouldBeNull();

        await stores.Table.WriteAsync(new RowPut(row), Token);
        writes =
        [
            new RowPut(Key.ToRow(), absent), new RowUpdate(Key, [RowChange.Set("x", RowValue.Number(1))], absent),
            new RowDelete(Key, absent),
        ];
        foreach (var write in writes)
            (await stores.Table.WriteAsync(write, Token)).ShouldBe(new RowRefused(row));
        (await stores.Table.ReadAsync(Key, Token)).ShouldBe(row);
    }

    [Fact]
    public async Task An_update_creates_the_row_and_returns_it_on_request()
    {
        await using var stores = await OpenAsync();
        var expected = RowSamples.Create(Key, ("a", RowValue.Text("x")), ("n", RowValue.Number(3)));
        var update = new RowUpdate(Key, [RowChange.Set("a", RowValue.Text("x")), RowChange.Count("n", 3)]);

        (await stores.Table.WriteAsync(update, Token)).ShouldBe(new RowWritten(null));
        (await stores.Table.ReadAsync(Key, Token)).ShouldBe(expected);
        var again = new RowUpdate(Key, [RowChange.Count("n", 0)], RowGuard.Equal("n", 3)) { WantsRow = true };
        (await stores.Table.WriteAsync(again, Token)).ShouldBe(new RowWritten(expected));
    }

    [Fact]
    public async Task Changes_of_every_kind_are_made_in_one_step()
    {
        await using var stores = await OpenAsync();
        await stores.Table.WriteAsync(
            new RowPut(RowSamples.Create(
                Key,
                ("set", RowValue.Number(1)), ("increase", RowValue.Number(41)), ("append", RowValue.List([RowValue.Text("a")])),
                ("remove", RowValue.Text("x")), ("stays", RowValue.Text("y")))),
            Token);

        var written = await stores.Table.WriteAsync(
            new RowUpdate(
                Key,
                [
                    RowChange.Set("set", RowValue.Text("now")), RowChange.Increase("increase", 1), RowChange.Count("count", -2),
                    RowChange.Append("append", RowValue.Number(2), RowValue.Text("a")), RowChange.Remove("remove"),
                    RowChange.Remove("none"),
                ])
            { WantsRow = true },
            Token);

        written.ShouldBe(new RowWritten(RowSamples.Create(
            Key,
            ("set", RowValue.Text("now")), ("increase", RowValue.Number(42)), ("count", RowValue.Number(-2)),
            ("append", RowValue.List([RowValue.Text("a"), RowValue.Number(2), RowValue.Text("a")])),
            ("stays", RowValue.Text("y")))));
    }

    [Theory]
    [MemberData(nameof(RowSamples.InvalidUpdates), MemberType = typeof(RowSamples))]
    public async Task An_invalid_change_is_an_error_and_changes_nothing(string name)
    {
        await using var stores = await OpenAsync();
        var row = RowSamples.Everything(Key);
        await stores.Table.WriteAsync(new RowPut(row), Token);
        var changes = RowSamples.Invalid[name];

        await Should.ThrowAsync<InvalidRowWriteException>(() => stores.Table.WriteAsync(new RowUpdate(Key, changes), Token));
        await Should.ThrowAsync<InvalidRowWriteException>(() => stores.Table.WriteAllAsync(
            [new RowPut(new RowKey("P#1", "S#2").ToRow()), new RowUpdate(Key, changes)], Token));

        (await stores.Table.ReadAsync(Key, Token)).ShouldBe(row);
        (await stores.Table.ReadAsync(new RowKey("P#1", "S#2"), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_row_of_up_to_400_KB_is_kept_and_a_larger_one_is_an_error()
    {
        await using var stores = await OpenAsync();
        // The key and the attribute's name count too.
        var most = (400 * 1024) - "pkP#1skS#1t".Length;
        var greatest = RowSamples.Create(Key, ("t", RowValue.Text(new string('x', most))));

        (await stores.Table.WriteAsync(new RowPut(greatest), Token)).ShouldBe(new RowWritten(greatest));
        await Should.ThrowAsync<InvalidRowWriteException>(() => stores.Table.WriteAsync(
            new RowPut(RowSamples.Create(Key, ("t", RowValue.Text(new string('x', most + 1))))), Token));
        await Should.ThrowAsync<InvalidRowWriteException>(() => stores.Table.WriteAsync(
            new RowUpdate(Key, [RowChange.Set("u", RowValue.Text("x"))]), Token));

        (await stores.Table.ReadAsync(Key, Token)).ShouldBe(greatest);
    }

    [Fact]
    public async Task A_deleted_row_is_gone_and_a_missing_row_can_be_deleted()
    {
        await using var stores = await OpenAsync();
        await stores.Table.WriteAsync(new RowPut(RowSamples.Everything(Key)), Token);

        foreach (var _ in Enumerable.Range(0, 2))
            (await stores.Table.WriteAsync(new RowDelete(Key), Token)).ShouldBe(new RowWritten(null));

        (await stores.Table.ReadAsync(Key, Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData("🔥 警报 Größe")]
    [InlineData("a\0b")]
    [InlineData("'; DROP TABLE rows; --")]
    [InlineData("\"}]}\\u0000${#pk} :0 #pk")]
    [InlineData("\uffff\ufffe\u202e\u2028")]
    public async Task Odd_text_is_kept_in_keys_names_and_values(string text)
    {
        await using var stores = await OpenAsync();
        var key = new RowKey(text, text);
        var row = RowSamples.Create(key, ("t", RowValue.Text(text)), ("m", RowSamples.Map((text, RowValue.Text(text)))));

        await stores.Table.WriteAsync(new RowPut(row), Token);

        (await stores.Table.ReadAsync(key, Token)).ShouldBe(row);
        (await stores.Table.QueryAsync(text, text, Token).ToListAsync(Token)).ShouldBe([row]);
        (await stores.Table.WriteAsync(new RowDelete(key, RowGuard.Equal("t", RowValue.Text(text))), Token))
            .ShouldBe(new RowWritten(null));
    }

    [Fact]
    public async Task An_unpaired_surrogate_is_replaced_in_keys_names_and_values()
    {
        await using var stores = await OpenAsync();
        const string half = "a\ud83d", replaced = "a\ufffd";
        var row = RowSamples.Create(
            new RowKey(half, half), ("t", RowValue.Text(half)), ("m", RowSamples.Map((half, RowValue.Text(half)))));

        await stores.Table.WriteAsync(new RowPut(row), Token);

        (await stores.Table.ReadAsync(new RowKey(replaced, replaced), Token)).ShouldBe(RowSamples.Create(
            new RowKey(replaced, replaced), ("t", RowValue.Text(replaced)),
            ("m", RowSamples.Map((replaced, RowValue.Text(replaced))))));
    }

    [Fact]
    public async Task No_concurrent_change_is_lost()
    {
        const int writers = 32;
        await using var stores = await OpenAsync();

        var results = await AtOnceAsync(writers, _ => stores.Table.WriteAsync(
            new RowUpdate(Key, [RowChange.Count("n", 1)]) { WantsRow = true }, Token));

        results.Select(result => ((RowWritten)result).Row!.At("n")).ShouldBe(
            Enumerable.Range(1, writers).Select(number => RowValue.Number(number)), ignoreOrder: true);
    }
}
