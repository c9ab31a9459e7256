using System.Collections.Immutable;
using System.Globalization;
using Shouldly;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="SilenceStore"/>.</summary>
public abstract class SilenceContract : StoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, 123, TimeSpan.Zero);

    [Fact]
    public async Task A_silence_is_read_as_it_was_added()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        (await store.ReadStampAsync(Token)).ShouldBeNull();
        (await ListedAsync(store)).ShouldBeEmpty();
        var silence = Of(1) with
        {
            Matchers =
            [
                new("service", MatchOperator.Equal, "orders \"语\""), new("team", MatchOperator.NotEqual, ""),
                new("severity", MatchOperator.Regex, "low|medium"), new("na me", MatchOperator.NotRegex, "a.*"),
            ],
        };

        (await store.AddAsync(silence, Token)).ShouldBe(new SilenceWriteResult.Written(silence));

        (await ListedAsync(store)).ShouldBe([Facts(silence)]);
        (await PastAsync(store)).ShouldBeEmpty();
        (await store.ReadStampAsync(Token)).ShouldNotBeNull();
    }

    // A reader that slept meanwhile would take a stamp that comes again for a list that is unchanged.
    [Fact]
    public async Task Every_write_has_a_stamp_of_its_own()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var stamps = new List<string?>();
        var (one, two) = (Of(1), Of(2));

        await store.AddAsync(one, Token);
        stamps.Add(await store.ReadStampAsync(Token));
        await store.AddAsync(two, Token);
        stamps.Add(await store.ReadStampAsync(Token));
        var longer = Written(await store.ReplaceAsync(one, Longer(one, "alex"), Noon, Token));
        stamps.Add(await store.ReadStampAsync(Token));
        (await store.ArchiveAsync(longer, Token)).ShouldBeTrue();
        stamps.Add(await store.ReadStampAsync(Token));

        stamps.Distinct().Count().ShouldBe(4);
        stamps.ShouldAllBe(stamp => stamp != null);
    }

    [Fact]
    public async Task Of_two_people_who_change_one_silence_the_first_wins_and_the_other_hears_who()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var silence = Of(1);
        await store.AddAsync(silence, Token);

        var alex = Written(await store.ReplaceAsync(silence, Longer(silence, "alex"), Noon, Token));
        var bo = (await store.ReplaceAsync(silence, Longer(silence, "bo", 5), Noon, Token))
            .ShouldBeOfType<SilenceWriteResult.Overtaken>();

        (alex.Version, alex.ChangedBy).ShouldBe((2, "alex"));
        Facts(bo.Silence.ShouldNotBeNull()).ShouldBe(Facts(alex));
        (await ListedAsync(store)).ShouldBe([Facts(alex)]);
    }

    [Fact]
    public async Task That_an_end_was_announced_is_no_change_that_meets_a_person()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var silence = Of(1);
        await store.AddAsync(silence, Token);
        var before = await store.ReadStampAsync(Token);

        (await store.NoteAnnouncedAsync(silence, Token)).ShouldBeTrue();
        var noted = (await store.ListAsync(Token)).Silences.ShouldHaveSingleItem();
        var longer = Written(await store.ReplaceAsync(silence, Longer(silence, "alex"), Noon, Token));
        var isNotedLate = await store.NoteAnnouncedAsync(silence, Token);

        noted.AnnouncedEnd.ShouldBe(silence.EndsAt);
        Facts(noted).ShouldBe(Facts(silence));
        (await store.ReadStampAsync(Token)).ShouldNotBe(before, "readers notice it");
        isNotedLate.ShouldBeFalse();
        var now = (await store.ListAsync(Token)).Silences.ShouldHaveSingleItem();
        (Facts(now), now.AnnouncedEnd).ShouldBe((Facts(longer), null), "another end is announced anew");
    }

    [Fact]
    public async Task Of_twenty_who_extend_at_once_one_wins()
    {
        await using var stores = await OpenAsync();
        var silence = Of(1);
        await Over(stores).AddAsync(silence, Token);

        var results = await AtOnceAsync(20, number =>
            Over(stores).ReplaceAsync(silence, Longer(silence, $"person-{number}", number + 1), Noon, Token));

        var winner = results.OfType<SilenceWriteResult.Written>().ShouldHaveSingleItem().Silence;
        results.OfType<SilenceWriteResult.Overtaken>().Count().ShouldBe(19);
        (await ListedAsync(Over(stores))).ShouldBe([Facts(winner)]);
    }

    [Fact]
    public async Task An_ended_silence_moves_to_those_that_are_over_and_nobody_revives_it()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var silence = Of(1);
        await store.AddAsync(silence, Token);
        var ended = silence with { EndsAt = Noon, ChangedAt = Noon, ChangedBy = "alex" };

        var written = Written(await store.ReplaceAsync(silence, ended, Noon, Token));

        (await ListedAsync(store)).ShouldBeEmpty();
        (await PastAsync(store)).ShouldBe([Facts(written)]);
        (await store.ReplaceAsync(silence, Longer(silence, "bo"), Noon, Token)).ShouldBe(new SilenceWriteResult.Overtaken(null));
        (await ListedAsync(store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_silence_that_is_over_is_archived_once_unless_somebody_extended_it()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var (over, extended) = (Of(1), Of(2));
        await store.AddAsync(over, Token);
        await store.AddAsync(extended, Token);
        var longer = Written(await store.ReplaceAsync(extended, Longer(extended, "alex"), Noon, Token));

        (await store.ArchiveAsync(over, Token)).ShouldBeTrue();
        (await store.ArchiveAsync(extended, Token)).ShouldBeFalse();

        (await ListedAsync(store)).ShouldBe([Facts(longer)]);
        (await PastAsync(store)).ShouldBe([Facts(over)]);
        var row = await stores.Table.QueryAsync(Keys.PastSilences, "", Token).SingleAsync(Token);
        // A row's time to live has whole seconds.
        (ListItem.EndOf(row).ShouldNotBeNull() - over.EndsAt - Retention).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_succeeds_again_and_changes_nothing()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        var silence = Of(1);

        await store.AddAsync(silence, Token);
        (await store.AddAsync(silence, Token)).ShouldBeOfType<SilenceWriteResult.Written>();
        var longer = Longer(silence, "alex");
        await store.ReplaceAsync(silence, longer, Noon, Token);
        Written(await store.ReplaceAsync(silence, longer, Noon, Token)).Version.ShouldBe(2);
        var known = longer with { Version = 2 };
        var ended = known with { EndsAt = Noon, ChangedAt = Noon, ChangedBy = "bo" };
        await store.ReplaceAsync(known, ended, Noon, Token);
        Written(await store.ReplaceAsync(known, ended, Noon, Token)).Version.ShouldBe(3);

        (await ListedAsync(store)).ShouldBeEmpty();
        (await PastAsync(store)).ShouldBe([Facts(ended with { Version = 3 })]);
    }

    [Fact]
    public async Task Another_silence_with_the_same_id_is_no_repetition()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        await store.AddAsync(Of(1), Token);

        var other = (await store.AddAsync(Of(1) with { By = "bo" }, Token)).ShouldBeOfType<SilenceWriteResult.Overtaken>();

        other.Silence.ShouldNotBeNull().By.ShouldBe("kim");
        (await ListedAsync(store)).ShouldBe([Facts(Of(1))]);
    }

    [Fact]
    public async Task The_last_that_ended_come_first_and_as_many_as_asked_for()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        foreach (var number in new[] { 2, 5, 1, 4, 3 })
        {
            await store.AddAsync(Of(number), Token);
            await store.ArchiveAsync(Of(number), Token);
        }

        (await store.ListPastAsync(3, Token)).Silences.Select(silence => silence.Id).ShouldBe([Of(5).Id, Of(4).Id, Of(3).Id]);
    }

    [Fact]
    public async Task Ten_thousand_silences_are_listed()
    {
        await using var stores = await OpenAsync();
        foreach (var batch in Enumerable.Range(0, 10_000).Select(Of).Chunk(100))
        {
            ImmutableArray<RowWrite> writes =
                [.. batch.Select(each => new RowPut(SilenceItem.Write(Keys.CurrentSilence(each.Id), each, null)))];
            (await stores.Table.WriteAllAsync(writes, Token)).ShouldNotBeOfType<RowsRefused>();
        }

        var list = await Over(stores).ListAsync(Token);

        list.Unreadable.ShouldBeEmpty();
        list.Silences.Select(Facts).Order().ShouldBe(Enumerable.Range(0, 10_000).Select(number => Facts(Of(number))).Order());
    }

    [Fact]
    public async Task A_damaged_row_is_set_apart_and_hides_no_other()
    {
        await using var stores = await OpenAsync();
        var store = Over(stores);
        await store.AddAsync(Of(1), Token);
        var good = SilenceItem.Write(Keys.CurrentSilence(Of(2).Id), Of(2), null);
        await stores.Table.WriteAsync(new RowPut(Changed(good, "en", RowValue.Text("soon"))), Token);
        var invalid = ItemWriter.List([new ItemWriter().Text("l", "a").Text("o", "regex").Text("x", "[").ToValue()]);
        var expression = SilenceItem.Write(Keys.CurrentSilence(Of(3).Id), Of(3), null);
        await stores.Table.WriteAsync(new RowPut(Changed(expression, "m", invalid)), Token);

        var list = await store.ListAsync(Token);

        list.Silences.Select(Facts).ShouldBe([Facts(Of(1))]);
        list.Unreadable.Length.ShouldBe(2);
        list.Unreadable.ShouldContain(rejection => rejection.Path == "$.m");
    }

    private static TimeSpan Retention => TimeSpan.FromDays(30);

    private static SilenceStore Over(StoreHarness stores) => new(stores.Table, Retention, TimeProvider.System);

    private static Silence Of(int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"sil-{number:x16}"),
        Matchers = [new Matcher("service", MatchOperator.Equal, "orders")],
        StartsAt = Noon.AddHours(-1),
        EndsAt = Noon.AddMinutes(number),
        By = "kim",
        Reason = "deploying",
        ChangedAt = Noon.AddHours(-1),
    };

    private static Silence Longer(Silence silence, string by, int hours = 1) =>
        silence with { EndsAt = silence.EndsAt.AddHours(hours), ChangedAt = Noon, ChangedBy = by };

    private static Silence Written(SilenceWriteResult result) => result.ShouldBeOfType<SilenceWriteResult.Written>().Silence;

    private static async Task<IEnumerable<string>> ListedAsync(SilenceStore store) =>
        (await store.ListAsync(Token)).Silences.Select(Facts);

    private static async Task<IEnumerable<string>> PastAsync(SilenceStore store) =>
        (await store.ListPastAsync(10, Token)).Silences.Select(Facts);

    // Matchers compare by reference.
    private static string Facts(Silence silence) =>
        $"{silence.Id} {silence.Text} {silence.StartsAt:O} {silence.EndsAt:O} {silence.By}: {silence.Reason} "
        + $"{silence.ChangedAt:O} {silence.ChangedBy} v{silence.Version}";

    private static Row Changed(Row row, string name, RowValue value) => Row.Over(
        new Dictionary<string, RowValue>(row.Attributes, StringComparer.Ordinal) { [name] = value });
}
