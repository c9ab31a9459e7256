using System.Globalization;
using System.Text;
using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="ConfigurationStore"/>.</summary>
public abstract partial class ConfigurationContract : StoreContract
{
    [Fact]
    public async Task A_version_is_read_as_it_was_applied_and_stays_when_another_follows()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        (await store.ReadAsync(Token)).ShouldBeNull();
        (await store.ReadLatestAsync(Token)).ShouldBeNull();

        var first = await ApplyAsync(store, null, """{"route":{"receiver":"a"}}""", "kim", "first");
        var second = await ApplyAsync(store, first, """{"route":{"receiver":"b"}}""", "alex", "");

        var read = (await store.ReadAsync(Token)).ShouldNotBeNull();
        read.ShouldBe(second);
        (read.Number, read.By, read.Comment, read.At, read.RolledBackTo).ShouldBe((2, "alex", "", Orders.Now(0), null));
        Text(read).ShouldBe("""{"route":{"receiver":"b"}}""");
        read.Hash.ShouldBe(AppliedConfiguration.HashOf(read.Content.Span));
        read.ShownHash.ShouldBe(read.Hash[..8]);
        var former = (await store.ReadVersionAsync(1, Token)).ShouldNotBeNull();
        former.ShouldBe(first);
        Text(former).ShouldBe("""{"route":{"receiver":"a"}}""");
        (await store.ReadVersionAsync(3, Token)).ShouldBeNull();
        (await store.ReadVersionAsync(0, Token)).ShouldBeNull();
        (await store.ReadLatestAsync(Token)).ShouldBe(second);
    }

    [Fact]
    public async Task A_rollback_applies_the_former_content_anew_and_names_its_version()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var first = await ApplyAsync(store, null, "a", "kim");
        var second = await ApplyAsync(store, first, "b", "kim");

        var former = (await store.ReadVersionAsync(1, Token)).ShouldNotBeNull();
        var back = (await store.RollBackAsync(second, former, "alex", Orders.Now(3), Token))
            .ShouldBeOfType<ConfigurationApplyResult.Applied>().Version;

        (back.Number, back.Hash, back.By, back.At, back.Comment, back.RolledBackTo)
            .ShouldBe((3, first.Hash, "alex", Orders.Now(3), "rollback to 1", 1L));
        var read = (await store.ReadAsync(Token)).ShouldNotBeNull();
        read.ShouldBe(back);
        Text(read).ShouldBe("a");
        (await store.ReadVersionAsync(1, Token)).ShouldBe(first);
    }

    [Fact]
    public async Task Of_a_hundred_people_who_apply_at_once_one_wins_and_the_others_are_told_who()
    {
        await using var stores = await OpenAsync();

        var results = await AtOnceAsync(100, number =>
            Over(stores).ApplyAsync(null, Bytes($"content {number}"), $"person-{number}", "", Orders.Now(number), Token));

        var winner = results.OfType<ConfigurationApplyResult.Applied>().ShouldHaveSingleItem().Version;
        var others = results.OfType<ConfigurationApplyResult.Overtaken>().ToList();
        others.Count.ShouldBe(99);
        others.ShouldAllBe(other => other.Version == winner);
        (await Over(stores).ReadAsync(Token)).ShouldBe(winner);
    }

    [Fact]
    public async Task Many_people_who_try_again_until_they_are_heard_stand_in_one_order()
    {
        const int people = 40;
        await using var stores = await OpenAsync();

        var versions = await AtOnceAsync(people, async number =>
        {
            var known = await Over(stores).ReadLatestAsync(Token);
            while (true)
            {
                switch (await Over(stores).ApplyAsync(
                    known, Bytes($"content {number}"), $"person-{number}", "", Orders.Now(number), Token))
                {
                    case ConfigurationApplyResult.Applied applied:
                        return applied.Version;
                    case ConfigurationApplyResult.Overtaken other:
                        known = other.Version;
                        break;
                }
            }
        });

        versions.Select(version => version.Number).Order().ShouldBe(Enumerable.Range(1, people).Select(number => (long)number));
        var history = await Over(stores).HistoryAsync(people, null, Token);
        history.Versions.ShouldBe(versions.OrderByDescending(version => version.Number));
        (await Over(stores).ReadAsync(Token)).ShouldBe(history.Versions[0]);
    }

    [Fact]
    public async Task A_version_whose_answer_was_lost_is_known_again_even_after_another_followed()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var first = await ApplyAsync(store, null, "a", "kim");

        (await store.ApplyAsync(null, Bytes("a"), "kim", "", Orders.Now(0), Token))
            .ShouldBe(new ConfigurationApplyResult.Applied(first));
        var second = await ApplyAsync(store, first, "b", "alex");
        (await store.ApplyAsync(null, Bytes("a"), "kim", "", Orders.Now(0), Token))
            .ShouldBe(new ConfigurationApplyResult.Applied(first));

        (await store.ApplyAsync(null, Bytes("a"), "alex", "", Orders.Now(0), Token))
            .ShouldBe(new ConfigurationApplyResult.Overtaken(second));
        (await store.ReadAsync(Token)).ShouldBe(second);
    }

    [Fact]
    public async Task A_version_that_does_not_fit_is_refused_with_its_size_before_anything_is_written()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var first = await ApplyAsync(store, null, "a", "kim");

        var noise = new byte[500_000];
        new Random(1).NextBytes(noise);
        var tooLarge = (await store.ApplyAsync(first, noise, "kim", "", Orders.Now(1), Token))
            .ShouldBeOfType<ConfigurationApplyResult.TooLarge>();
        tooLarge.Limit.ShouldBe(409_600);
        tooLarge.Bytes.ShouldBeInRange(500_000, 502_000);
        tooLarge.Excess.ShouldBe(tooLarge.Bytes - 409_600);
        (await store.ApplyAsync(first, new byte[4_194_305], "kim", "", Orders.Now(1), Token))
            .ShouldBe(new ConfigurationApplyResult.TooLarge(4_194_305, 4_194_304));

        (await store.ReadLatestAsync(Token)).ShouldBe(first);
        (await store.HistoryAsync(10, null, Token)).Versions.ShouldBe([first]);
    }

    [Fact]
    public async Task The_greatest_version_that_fits_is_stored()
    {
        await using var stores = await OpenAsync();
        var noise = new byte[409_600 - 250];
        new Random(2).NextBytes(noise);

        await Over(stores).ApplyAsync(null, noise, "kim", "", Orders.Now(1), Token);

        (await Over(stores).ReadAsync(Token)).ShouldNotBeNull().Content.ToArray().ShouldBe(noise);
        (await Over(stores).ReadVersionAsync(1, Token)).ShouldNotBeNull().Content.ToArray().ShouldBe(noise);
    }

    [Fact]
    public async Task Repetitive_text_of_a_megabyte_fits()
    {
        await using var stores = await OpenAsync();
        var text = Bytes(string.Concat(Enumerable.Range(0, 20_000).Select(number =>
            string.Create(CultureInfo.InvariantCulture, $$"""{"receiver":"team-{{number % 100}}","matchers":["a=b"]},"""))));

        await Over(stores).ApplyAsync(null, text, "kim", "", Orders.Now(1), Token);

        (await Over(stores).ReadAsync(Token)).ShouldNotBeNull().Content.ToArray().ShouldBe(text);
    }

    [Fact]
    public async Task Damaged_rows_are_refused_and_the_next_version_repairs_the_one_in_force()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var first = await ApplyAsync(store, null, "a", "kim");
        var head = (await stores.Table.ReadAsync(Keys.ConfigurationHead, Token)).ShouldNotBeNull();

        RowValue?[] contents = [null, RowValue.Text("a"), RowValue.Bytes("not Brotli"u8.ToArray()), RowValue.Bytes(Packed("b"))];
        foreach (var content in contents)
        {
            await PutAsync(stores, Changed(head, "br", content));
            await Should.ThrowAsync<UnreadableRowException>(() => store.ReadAsync(Token));
        }

        await PutAsync(stores, Changed(head, "n", RowValue.Number(int.MaxValue)));
        await Should.ThrowAsync<UnreadableRowException>(() => store.ReadAsync(Token));
        await PutAsync(stores, Changed(head, "v", null));
        await Should.ThrowAsync<UnreadableRowException>(() => store.ReadAsync(Token));
        (await store.ReadLatestAsync(Token)).ShouldBe(first);
        var second = await ApplyAsync(store, first, "b", "kim");
        (await store.ReadAsync(Token)).ShouldBe(second);

        await stores.Table.WriteAsync(new RowDelete(Keys.ConfigurationHead), Token);
        (await store.ReadAsync(Token)).ShouldBeNull();
        (await store.ApplyAsync(null, Bytes("c"), "kim", "", Orders.Now(1), Token))
            .ShouldBe(new ConfigurationApplyResult.Overtaken(second), "the history remembers what the missing row said");
        var third = await ApplyAsync(store, await store.ReadLatestAsync(Token), "c", "kim");
        (await store.ReadAsync(Token)).ShouldBe(third);
        third.Number.ShouldBe(3);
    }

    [Fact]
    public async Task Rows_of_a_newer_version_of_Watchkeeper_are_refused_and_never_overwritten()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var first = await ApplyAsync(store, null, "a", "kim");
        var newer = (RowKey key) => ItemWriter.Row(key).Number(RowSchema.Attribute, RowSchema.Current + 1).Number("v", 2).ToRow();
        foreach (var key in new[] { Keys.ConfigurationHead, Keys.Configuration(2), Keys.ConfigurationEntry(2) })
            await PutAsync(stores, newer(key));

        await Should.ThrowAsync<UnreadableRowException>(() => store.ReadAsync(Token));
        await Should.ThrowAsync<UnreadableRowException>(() => store.ReadVersionAsync(2, Token));
        await Should.ThrowAsync<UnreadableRowException>(() => store.ReadLatestAsync(Token));
        await Should.ThrowAsync<UnreadableRowException>(
            () => store.ApplyAsync(first, Bytes("b"), "kim", "", Orders.Now(1), Token));

        (await stores.Table.ReadAsync(Keys.ConfigurationHead, Token)).ShouldBe(newer(Keys.ConfigurationHead));
        var history = await store.HistoryAsync(10, null, Token);
        history.Versions.ShouldBe([first], "one row that cannot be read hides no other");
        history.Unreadable.ShouldHaveSingleItem();
    }

    private static ConfigurationStore Over(StoreHarness stores) => new(stores.Table, TimeProvider.System);

    private static async Task<AppliedConfiguration> ApplyAsync(
        ConfigurationStore store, AppliedConfiguration? known, string content, string by, string comment = "") =>
        (await store.ApplyAsync(known, Bytes(content), by, comment, Orders.Now(0), Token))
            .ShouldBeOfType<ConfigurationApplyResult.Applied>().Version;

    private static Task<RowWriteResult> PutAsync(StoreHarness stores, Row row) => stores.Table.WriteAsync(new RowPut(row), Token);

    private static Row Changed(Row row, string name, RowValue? value)
    {
        var attributes = new Dictionary<string, RowValue>(row.Attributes, StringComparer.Ordinal);
        if (value is null)
            attributes.Remove(name);
        else
            attributes[name] = value;
        return Row.Over(attributes);
    }

    private static ReadOnlyMemory<byte> Packed(string text) => PackedBytes.Pack(Bytes(text));

    private static string Text(AppliedConfiguration version) => Encoding.UTF8.GetString(version.Content.Span);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
