using Shouldly;
using Watchkeeper.Grouping;
using Watchkeeper.Routing;
using Xunit;

namespace Watchkeeper.Tests.Grouping;

/// <summary>When a group is told.</summary>
public sealed class GroupStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly GroupSettings Usual = new()
    {
        By = ["service"],
        Wait = TimeSpan.FromSeconds(30),
        Interval = TimeSpan.FromMinutes(5),
    };

    [Fact]
    public void The_first_message_waits_and_those_that_follow_join_it()
    {
        var (first, at) = GroupState.None.Join("a", Usual, Noon);
        var (second, same) = first.Join("b", Usual, Noon.AddSeconds(29));

        at.ShouldBe(Noon.AddSeconds(30));
        (second, same).ShouldBe((first, at));
    }

    [Fact] // alertmanager 322: a later one waits for the interval, and not for group_wait.
    public void After_the_group_was_told_the_next_waits_for_the_interval()
    {
        var told = GroupState.None.Told(Noon);

        told.Join("b", Usual, Noon.AddSeconds(10)).At.ShouldBe(Noon.AddMinutes(5));
        told.Join("b", Usual, Noon.AddMinutes(5)).At.ShouldBe(Noon.AddMinutes(5).AddSeconds(30));
    }

    [Fact]
    public void Without_a_wait_the_first_is_told_at_once_and_the_next_waits()
    {
        var (state, at) = GroupState.None.Join("a", Usual with { Wait = TimeSpan.Zero }, Noon);

        at.ShouldBe(Noon);
        state.Join("b", Usual, Noon.AddSeconds(1)).At.ShouldBe(Noon.AddMinutes(5));
    }

    [Fact]
    public void A_message_that_was_to_be_told_at_once_is_when_its_process_died()
    {
        var (state, _) = GroupState.None.Join("a", Usual with { Wait = TimeSpan.Zero }, Noon);

        state.Join("a", Usual, Noon.AddSeconds(40)).ShouldBe((state, Noon.AddSeconds(40)));
    }

    [Theory]
    [InlineData(60 * 60)]
    [InlineData(60 * 60 * 24 * 400)]
    public void A_clock_that_jumped_ahead_and_back_keeps_no_group_waiting(int seconds)
    {
        var ahead = Noon.AddSeconds(seconds);

        GroupState.None.Join("a", Usual, ahead).After.Join("b", Usual, Noon).At.ShouldBe(Noon.AddSeconds(30));
        GroupState.None.Told(ahead).Join("b", Usual, Noon).At.ShouldBe(Noon.AddMinutes(5));
    }

    [Fact]
    public void One_process_tells_a_group_at_a_time()
    {
        var (waiting, at) = GroupState.None.Join("a", Usual, Noon);

        waiting.Take(at.AddSeconds(-1), at.AddSeconds(60)).ShouldBeNull();
        var taken = waiting.Take(at, at.AddSeconds(60))!;
        taken.Take(at.AddSeconds(59), at.AddSeconds(119)).ShouldBeNull();
        taken.Take(at.AddSeconds(60), at.AddSeconds(120)).ShouldNotBeNull();
        GroupState.None.Told(at).Take(at.AddSeconds(1), at.AddSeconds(61)).ShouldBeNull();
    }
}
