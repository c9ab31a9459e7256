using Shouldly;
using Watchkeeper.Grouping;
using Watchkeeper.Routing;
using Watchkeeper.Storage;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="GroupStore"/>.</summary>
public abstract class GroupContract : StoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly MessageGroup AtOnce = new("group-1", "service=\"orders\"", new GroupSettings
    {
        By = ["service"],
        Wait = TimeSpan.Zero,
        Interval = TimeSpan.FromMinutes(5),
    });

    private static readonly MessageGroup Waiting = AtOnce with
    {
        Id = "group-2",
        Settings = AtOnce.Settings with { Wait = TimeSpan.FromSeconds(30) },
    };

    [Fact]
    public async Task Of_many_at_once_one_is_told_and_the_others_wait_together()
    {
        await using var stores = await OpenAsync();
        var store = new GroupStore(stores.Table);

        var times = await AtOnceAsync(12, number => store.JoinAsync(AtOnce, $"message {number}", Noon, Token));

        times.Count(each => each.At == Noon).ShouldBe(1);
        times.Count(each => each.At == Noon.AddMinutes(5)).ShouldBe(11);
        times.Single(each => each.IsSetNow).At.ShouldBe(Noon.AddMinutes(5));
    }

    [Fact]
    public async Task One_that_was_told_at_once_may_be_told_again()
    {
        await using var stores = await OpenAsync();
        var store = new GroupStore(stores.Table);

        (await store.JoinAsync(AtOnce, "a", Noon, Token)).At.ShouldBe(Noon);
        (await store.JoinAsync(AtOnce, "a", Noon.AddSeconds(50), Token)).At.ShouldBe(Noon.AddSeconds(50));
        (await store.JoinAsync(AtOnce, "b", Noon.AddSeconds(50), Token)).At.ShouldBe(Noon.AddMinutes(5));
    }

    [Fact]
    public async Task Of_many_processes_one_tells_a_group()
    {
        await using var stores = await OpenAsync();
        var store = new GroupStore(stores.Table);
        (await store.JoinAsync(Waiting, "a", Noon, Token)).At.ShouldBe(Noon.AddSeconds(30));
        (await store.TakeAsync(Waiting, Noon.AddSeconds(29), Noon.AddSeconds(90), Token)).ShouldBeNull();

        var taken = await AtOnceAsync(8, _ => store.TakeAsync(Waiting, Noon.AddSeconds(30), Noon.AddSeconds(90), Token));

        var mine = taken.OfType<GroupState>().ShouldHaveSingleItem();
        (await store.JoinAsync(Waiting, "b", Noon.AddSeconds(31), Token)).At.ShouldBe(Noon.AddSeconds(30));
        await store.EndAsync(Waiting.Id, mine, Noon.AddSeconds(32), Token);
        (await store.TakeAsync(Waiting, Noon.AddSeconds(33), Noon.AddSeconds(93), Token)).ShouldBeNull();
        (await store.JoinAsync(Waiting, "c", Noon.AddSeconds(33), Token)).At.ShouldBe(Noon.AddSeconds(32).AddMinutes(5));
    }

    [Fact]
    public async Task Who_took_a_group_and_died_is_followed_by_another_and_ends_nothing_of_theirs()
    {
        await using var stores = await OpenAsync();
        var store = new GroupStore(stores.Table);
        await store.JoinAsync(Waiting, "a", Noon, Token);
        var dead = await store.TakeAsync(Waiting, Noon.AddSeconds(30), Noon.AddSeconds(90), Token);
        (await store.TakeAsync(Waiting, Noon.AddSeconds(89), Noon.AddSeconds(149), Token)).ShouldBeNull();
        var next = await store.TakeAsync(Waiting, Noon.AddSeconds(90), Noon.AddSeconds(150), Token);

        next.ShouldNotBeNull();
        await store.EndAsync(Waiting.Id, dead!, Noon.AddSeconds(91), Token);
        (await store.TakeAsync(Waiting, Noon.AddSeconds(92), Noon.AddSeconds(152), Token)).ShouldBeNull();
        (await store.JoinAsync(Waiting, "b", Noon.AddSeconds(92), Token)).At.ShouldBe(Noon.AddSeconds(30));
        await store.EndAsync(Waiting.Id, next, Noon.AddSeconds(93), Token);
        (await store.JoinAsync(Waiting, "b", Noon.AddSeconds(94), Token)).At.ShouldBe(Noon.AddSeconds(93).AddMinutes(5));
    }

    [Fact] // What a teller left over must not count as told because the interval is shorter than the time to the next look.
    public async Task What_was_left_over_is_told_as_soon_as_it_may_be()
    {
        await using var stores = await OpenAsync();
        var store = new GroupStore(stores.Table);
        (await store.JoinAsync(AtOnce, "a", Noon, Token)).IsSetNow.ShouldBeFalse();

        (await store.RejoinAsync(AtOnce, Noon.AddMinutes(1), Token)).ShouldBe(new JoinedGroup(Noon.AddMinutes(5), IsSetNow: true));
        (await store.RejoinAsync(AtOnce, Noon.AddMinutes(2), Token)).ShouldBe(new JoinedGroup(Noon.AddMinutes(5), IsSetNow: false));
        var taken = await store.TakeAsync(AtOnce, Noon.AddMinutes(5), Noon.AddMinutes(6), Token);
        await store.EndAsync(AtOnce.Id, taken!, Noon.AddMinutes(5), Token);
        (await store.RejoinAsync(AtOnce, Noon.AddMinutes(20), Token)).ShouldBe(new JoinedGroup(Noon.AddMinutes(20), IsSetNow: true));
        (await store.TakeAsync(AtOnce, Noon.AddMinutes(20), Noon.AddMinutes(21), Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_a_storm_an_address_gets_a_burst_and_then_all_others_together()
    {
        await using var stores = await OpenAsync();
        var store = new GroupStore(stores.Table);
        var address = MessageGroup.Of(new Channel(ChannelKind.Slack, "https://chat.example/1"), StormCap.Default)!;

        var times = await AtOnceAsync(12, number => store.PassAsync(address, StormCap.Default, isUrgent: false, Noon, Token));
        times.Count(each => each.At == Noon).ShouldBe(4);
        times.Count(each => each.At == Noon.AddSeconds(60)).ShouldBe(8);

        var taken = (await store.TakeAsync(address, Noon.AddSeconds(60), Noon.AddSeconds(150), Token)).ShouldNotBeNull();
        // A critical one that begins meanwhile uses the last of the burst.
        (await store.PassAsync(address, StormCap.Default, isUrgent: true, Noon.AddSeconds(61), Token)).At.ShouldBe(Noon.AddSeconds(61));
        await store.EndAsync(address.Id, taken, Noon.AddSeconds(62), Token);
        (await store.TakeAsync(address, Noon.AddSeconds(200), Noon.AddSeconds(290), Token)).ShouldBeNull();
        (await store.PassAsync(address, StormCap.Default, isUrgent: false, Noon.AddSeconds(63), Token)).At.ShouldBe(Noon.AddSeconds(180));
    }
}
