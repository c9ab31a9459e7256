using CsCheck;
using Shouldly;
using Watchkeeper.Grouping;
using Watchkeeper.Routing;
using Xunit;

namespace Watchkeeper.Tests.Grouping;

/// <summary>How many messages an address gets.</summary>
public sealed class StormCapTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly StormCap Cap = StormCap.Default;

    [Fact]
    public void The_first_four_go_and_the_fifth_place_is_kept_for_a_critical_incident()
    {
        var state = GroupState.None;
        for (var number = 0; number < 4; number++)
        {
            (state, var at) = state.Pass(Cap, isUrgent: false, Noon);
            at.ShouldBe(Noon);
        }

        (state, var waits) = state.Pass(Cap, isUrgent: false, Noon);
        waits.ShouldBe(Noon.AddSeconds(60));
        (state, var critical) = state.Pass(Cap, isUrgent: true, Noon.AddSeconds(5));
        critical.ShouldBe(Noon.AddSeconds(5));
        state.Pass(Cap, isUrgent: true, Noon.AddSeconds(6)).At.ShouldBe(Noon.AddSeconds(60));
    }

    [Fact]
    public void A_quiet_address_has_its_whole_burst_again()
    {
        var state = GroupState.None;
        for (var minute = 0; minute < 60; minute += 2)
        {
            (state, var at) = state.Pass(Cap, isUrgent: false, Noon.AddMinutes(minute));
            at.ShouldBe(Noon.AddMinutes(minute));
        }
    }

    [Fact]
    public void One_message_a_minute_is_no_storm()
    {
        var state = GroupState.None;
        for (var minute = 0; minute < 600; minute++)
        {
            (state, var at) = state.Pass(Cap, isUrgent: false, Noon.AddMinutes(minute));
            at.ShouldBe(Noon.AddMinutes(minute));
        }
    }

    [Fact]
    public void What_comes_while_others_wait_does_not_overtake_them()
    {
        var (state, _) = GroupState.None.Await(Cap, Noon);

        state.Pass(Cap, isUrgent: false, Noon.AddSeconds(1)).ShouldBe((state, Noon));
    }

    [Fact]
    public void At_most_five_messages_in_any_minute_and_fifteen_in_any_ten() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Bool).Array[0, 200].Sample(steps =>
        {
            var (state, now, sent) = (GroupState.None, Noon, new List<DateTimeOffset>());
            foreach (var (milliseconds, isUrgent) in steps)
            {
                now += TimeSpan.FromMilliseconds(milliseconds);
                if (state.Take(now, now.AddSeconds(60), Cap) is { } taken)
                {
                    sent.Add(now);
                    state = taken.Told(now);
                }

                (state, var at) = state.Pass(Cap, isUrgent, now);
                if (at == now)
                    sent.Add(now);
                else
                    at.ShouldBeLessThanOrEqualTo(now + (2 * Cap.Interval));
            }

            foreach (var begin in sent)
            {
                sent.Count(at => at >= begin && at < begin.AddMinutes(1)).ShouldBeLessThanOrEqualTo(5);
                sent.Count(at => at >= begin && at < begin.AddMinutes(10)).ShouldBeLessThanOrEqualTo(15);
            }
        });

    [Theory]
    [InlineData(60 * 60)]
    [InlineData(60 * 60 * 24 * 400)]
    public void A_clock_that_jumped_ahead_and_back_keeps_no_address_waiting(int seconds)
    {
        var ahead = Noon.AddSeconds(seconds);
        var state = GroupState.None;
        for (var number = 0; number < 6; number++)
            state = state.Pass(Cap, isUrgent: false, ahead).After;

        state.Pass(Cap, isUrgent: false, Noon).At.ShouldBeLessThanOrEqualTo(Noon + (2 * Cap.Interval));
    }

    [Fact]
    public void Without_a_cap_and_for_a_pager_nothing_is_put_together()
    {
        MessageGroup.Of(new Channel(ChannelKind.Mail, "a@shop.example"), StormCap.None).ShouldBeNull();
        MessageGroup.Of(new Channel(ChannelKind.Pagerduty, "key"), Cap).ShouldBeNull();
    }

    [Fact]
    public void A_burst_of_one_goes_at_once()
    {
        var one = Cap with { Burst = 1 };
        var (state, at) = GroupState.None.Pass(one, isUrgent: false, Noon);

        at.ShouldBe(Noon);
        state.Pass(one, isUrgent: true, Noon.AddSeconds(1)).At.ShouldBe(Noon.AddSeconds(60));
    }
}
