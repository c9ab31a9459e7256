using Shouldly;
using Watchkeeper.Counting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Storage;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="CountStore"/>, and of counting with it.</summary>
public abstract class CountStoreContract : StoreContract
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_returns_the_window_that_is_stored(bool hasValues)
    {
        await using var stores = await OpenAsync();
        var store = StoreOf(stores);
        var one = SampleCounts.Event(1, 7);
        if (hasValues)
            one = one.WithValues(4, 5, 6);
        var window = CountDecision.Decide(CountWindow.Empty, one).Next!;

        (await store.WriteAsync(one, CountWindow.Empty, window, Token)).ShouldBeOfType<CountWriteResult.Written>();
        var refused = (await store.WriteAsync(one, CountWindow.Empty, window, Token))
            .ShouldBeOfType<CountWriteResult.Refused>();

        refused.Current.Entries.ShouldBe(window.Entries);
        refused.Current.Entries.Length.ShouldBe(hasValues ? 3 : 1);
    }

    [Fact]
    public async Task A_window_is_replaced_only_if_it_is_the_one_that_was_decided_on()
    {
        await using var stores = await OpenAsync();
        var store = StoreOf(stores);
        var (first, second, third) = (SampleCounts.Event(1), SampleCounts.Event(2), SampleCounts.Event(3));
        var one = CountDecision.Decide(CountWindow.Empty, first).Next!;
        var two = CountDecision.Decide(one, second).Next!;
        await store.WriteAsync(first, CountWindow.Empty, one, Token);

        (await store.WriteAsync(second, one, two, Token)).ShouldBeOfType<CountWriteResult.Written>();
        var refused = (await store.WriteAsync(third, one, CountDecision.Decide(one, third).Next!, Token))
            .ShouldBeOfType<CountWriteResult.Refused>();

        refused.Current.Entries.ShouldBe(two.Entries);
    }

    [Fact]
    public async Task A_window_that_is_gone_is_refused_as_an_empty_one()
    {
        await using var stores = await OpenAsync();
        var (first, second) = (SampleCounts.Event(1), SampleCounts.Event(2));
        var one = CountDecision.Decide(CountWindow.Empty, first).Next!;

        var refused = (await StoreOf(stores).WriteAsync(second, one, CountDecision.Decide(one, second).Next!, Token))
            .ShouldBeOfType<CountWriteResult.Refused>();

        refused.Current.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_are_counted_apart()
    {
        await using var stores = await OpenAsync();
        var counter = new EventCounter(StoreOf(stores));

        foreach (var number in new[] { 1, 2, 3, 4 })
        {
            var answer = (await counter.CountAsync(SampleCounts.Event(number, key: number % 2 == 0 ? "even" : "odd"), Token)).Answer;
            answer.ShouldBe(new CountAnswer(CountStanding.Below, (number + 1) / 2));
        }
    }

    [Fact]
    public async Task Of_many_processes_at_once_one_is_told_that_the_count_is_reached_and_no_event_is_lost()
    {
        const int racers = 32;
        await using var stores = await OpenAsync();
        var threshold = new Threshold(20, 10);

        var answers = await AtOnceAsync(racers, async number => (await new EventCounter(StoreOf(stores)).CountAsync(
            SampleCounts.Event(number, number, threshold: threshold), Token)).Answer);

        answers.Count(answer => answer.Standing is CountStanding.Below).ShouldBe(threshold.Count - 1);
        answers.Count(answer => answer.Standing is CountStanding.Crossed).ShouldBe(1);
        answers.Select(answer => answer.Count).Order().ShouldBe(Enumerable.Range(1, racers));
    }

    [Fact]
    public async Task One_event_that_many_processes_are_given_counts_once_and_each_is_given_the_same_answer()
    {
        await using var stores = await OpenAsync();
        await new EventCounter(StoreOf(stores)).CountAsync(SampleCounts.Event(1), Token);
        await new EventCounter(StoreOf(stores)).CountAsync(SampleCounts.Event(2), Token);

        var answers = await AtOnceAsync(16, async _ =>
            (await new EventCounter(StoreOf(stores)).CountAsync(SampleCounts.Event(3), Token)).Answer);

        answers.ShouldAllBe(answer => answer == new CountAnswer(CountStanding.Crossed, 3));
    }

    [Fact]
    public async Task A_process_that_remembers_a_window_from_before_its_end_counts_with_the_new_one()
    {
        await using var stores = await OpenAsync();
        var (old, other) = (new EventCounter(StoreOf(stores)), new EventCounter(StoreOf(stores)));
        await old.CountAsync(SampleCounts.Event(1), Token);
        var key = new Watchkeeper.Storage.Rows.RowKey($"W#{SampleCounts.Event(1).Key}", "COUNT");
        await stores.Table.WriteAsync(new Watchkeeper.Storage.Rows.RowDelete(key), Token);
        await other.CountAsync(SampleCounts.Event(2), Token);

        (await old.CountAsync(SampleCounts.Event(3), Token)).Answer.ShouldBe(new CountAnswer(CountStanding.Below, 2));
    }

    private static CountStore StoreOf(StoreHarness stores) => new(stores.Table, TimeProvider.System);
}
