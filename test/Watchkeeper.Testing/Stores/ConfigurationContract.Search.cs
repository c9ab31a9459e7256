using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Storage.Items;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <content>Lists and finds versions.</content>
public abstract partial class ConfigurationContract
{
    [Fact]
    public async Task The_history_comes_in_pages_the_newest_first_and_without_contents()
    {
        await using var stores = await OpenAsync();
        AppliedConfiguration? last = null;
        for (var number = 1; number <= 7; number++)
            last = await ApplyAsync(Over(stores), last, $"content {number}", "kim", $"change {number}");

        var pages = new List<ConfigurationHistory>();
        long? before = null;
        do
        {
            pages.Add(await Over(stores).HistoryAsync(3, before, Token));
            before = pages[^1].Before;
        }
        while (before is not null);

        var versions = pages.SelectMany(page => page.Versions).ToList();
        versions.Select(version => version.Number).ShouldBe([7, 6, 5, 4, 3, 2, 1]);
        pages.ShouldAllBe(page => page.Versions.Length <= 3);
        versions.ShouldAllBe(version => version.Content.IsEmpty);
        versions[0].ShouldBe(last);
        versions[0].Comment.ShouldBe("change 7");
    }

    [Fact]
    public async Task A_version_is_found_by_its_number_and_by_the_beginning_of_its_hash()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var first = await ApplyAsync(store, null, "a", "kim");
        var second = await ApplyAsync(store, first, "b", "kim");

        (await store.FindAsync("1", null, Token)).ShouldBe(new ConfigurationLookup.Found(first));
        (await store.FindAsync(second.ShownHash, null, Token)).ShouldBe(new ConfigurationLookup.Found(second));
        (await store.FindAsync(second.Hash.ToUpperInvariant(), null, Token)).ShouldBe(new ConfigurationLookup.Found(second));
        foreach (var text in new[] { "", "3", first.Hash[..7], "not a hash", first.Hash + "0", "ffffffff" })
            (await store.FindAsync(text, null, Token)).ShouldBe(new ConfigurationLookup.NotFound(), text);
    }

    [Fact]
    public async Task Digits_that_fit_two_contents_name_both_and_versions_of_one_content_are_told_apart_by_time()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var first = await ApplyAsync(store, null, "a", "kim");
        var twin = first.Hash[..8] + new string('0', 56);
        await PutAsync(stores, ConfigurationItem.WriteEntry(
            Keys.ConfigurationHash(twin, 2), first with { Number = 2, Hash = twin, At = Orders.Now(1) }));

        var several = (await store.FindAsync(first.ShownHash, null, Token)).ShouldBeOfType<ConfigurationLookup.Ambiguous>();
        several.Versions.Select(version => version.Number).ShouldBe([2, 1]);

        var second = await ApplyAsync(store, first, "b", "kim");
        var back = await store.RollBackAsync(second, first with { Content = Bytes("a") }, "kim", Orders.Now(5), Token);
        var third = back.ShouldBeOfType<ConfigurationApplyResult.Applied>().Version;
        foreach (var (asOf, expected) in new (DateTimeOffset?, AppliedConfiguration)[]
            {
                (null, third), (Orders.Now(5), third), (Orders.Now(4), first), (Orders.Now(-9), first),
            })
        {
            (await store.FindAsync(first.Hash, asOf, Token)).ShouldBe(new ConfigurationLookup.Found(expected));
        }
    }
}
