using CsCheck;
using Shouldly;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Pacing;

public sealed class AddressPaceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly ChannelPace Slow = ChannelPace.EachSecond;

    [Fact]
    public void An_idle_address_takes_as_many_at_once_as_its_pace_says_and_then_one_after_the_other()
    {
        var pace = new ChannelPace(5, TimeSpan.FromSeconds(20));

        var turns = Take(AddressPace.Idle, pace, [.. Enumerable.Repeat(0.0, 8)]);

        turns.Select(turn => (turn - Noon).TotalSeconds).ShouldBe([0, 0, 0, 0, 0, 4, 8, 12]);
    }

    [Fact]
    public void A_full_bucket_comes_back_after_the_time_of_the_pace()
    {
        var pace = new ChannelPace(5, TimeSpan.FromSeconds(20));

        var turns = Take(AddressPace.Idle, pace, [0, 0, 0, 0, 0, 20, 20, 20, 20, 20, 20]);

        turns.Skip(5).Select(turn => (turn - Noon).TotalSeconds).ShouldBe([20, 20, 20, 20, 20, 24]);
    }

    [Fact]
    public void Whoever_comes_first_goes_first_and_no_span_holds_more_than_the_bucket_and_what_flows_in() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 120], Gen.Double[0, 100].Array[1, 60]).Sample((requests, seconds, at) =>
        {
            var pace = new ChannelPace(requests, TimeSpan.FromSeconds(seconds));
            Array.Sort(at);

            var turns = Take(AddressPace.Idle, pace, at);

            turns.ShouldBe(turns.Order());
            turns.Zip(at).ShouldAllBe(each => each.First >= Noon.AddSeconds(each.Second));
            for (var first = 0; first < turns.Length; first++)
            {
                // A bucket holds the requests of one span; as many flow in during the next.
                var within = turns.Skip(first).Count(turn => turn < turns[first] + pace.Per);
                within.ShouldBeLessThanOrEqualTo(2 * requests);
            }
        });

    [Theory]
    [InlineData(30)]
    [InlineData(600)]
    public void Nothing_goes_before_the_delay_that_the_receiver_asked_for(int seconds)
    {
        var failed = AddressPace.Idle.Fail(Noon, new SendResult.Retry("429", TimeSpan.FromSeconds(seconds)));

        var (after, first) = failed.Take(Slow, Noon.AddSeconds(1));
        var (_, second) = after.Take(Slow, Noon.AddSeconds(2));

        (first.At, second.At).ShouldBe((Noon.AddSeconds(seconds), Noon.AddSeconds(seconds + 1)));
        first.Reason.ShouldBe("429");
        failed.Resume(Noon.AddSeconds(seconds - 1)).ShouldBeNull();
        failed.Resume(Noon.AddSeconds(seconds)).ShouldNotBeNull().IsAfterFailure.ShouldBeTrue();
    }

    [Fact]
    public void A_delay_of_nothing_still_is_a_second() =>
        AddressPace.Idle.Fail(Noon, new SendResult.Retry("429", TimeSpan.Zero)).Take(Slow, Noon).Turn.At
            .ShouldBe(Noon.AddSeconds(1));

    [Fact]
    public void One_failure_keeps_nobody_waiting_and_the_next_ones_ever_longer_up_to_two_minutes()
    {
        var pace = AddressPace.Idle;
        var pauses = new List<double>();
        for (var failures = 1; failures <= 8; failures++)
        {
            var now = Noon.AddHours(failures);
            pace = pace.Fail(now, new SendResult.Retry("503"));
            pauses.Add((pace.Take(Slow, now).Turn.At - now).TotalSeconds);
        }

        pauses.ShouldBe([0, 30, 60, 120, 120, 120, 120, 120]);
    }

    [Fact]
    public void A_longer_delay_that_was_asked_for_outlasts_a_shorter_one() =>
        AddressPace.Idle.Fail(Noon, new SendResult.Retry("429", TimeSpan.FromMinutes(10)))
            .Fail(Noon.AddSeconds(1), new SendResult.Retry("429", TimeSpan.FromSeconds(5)))
            .BlockedUntil.ShouldBe(Noon.AddMinutes(10));

    [Fact]
    public void A_success_opens_the_address_again()
    {
        var failed = AddressPace.Idle.Fail(Noon, new SendResult.Retry("503")).Fail(Noon, new SendResult.Retry("503"));

        var after = failed.Succeed();

        (after.Failures, after.BlockedUntil, after.Reason).ShouldBe((0, null, ""));
        after.Take(Slow, Noon).Turn.ShouldBe(new Turn(Noon, false, "others to the same address come first"));
    }

    [Fact]
    public void A_message_that_never_gets_a_turn_is_given_up_with_the_reason_and_not_before_six_hours()
    {
        var delivery = new Delivery
        {
            Receiver = "ops",
            Channel = new(Watchkeeper.Routing.ChannelKind.Slack, "ssm:/watchkeeper/slack"),
            Status = DeliveryStatus.Pending,
        };

        var waiting = WaitingDelivery.From(delivery, new Turn(Noon.AddHours(6), true, "503"), Noon);
        (waiting.Status, waiting.IsQueued, waiting.NextAttemptAt, waiting.Attempts)
            .ShouldBe((DeliveryStatus.Retrying, true, Noon.AddHours(6), 0));
        waiting.Detail.ShouldBe("waits for its turn: 503");
        var given = WaitingDelivery.From(waiting, new Turn(Noon.AddHours(6).AddSeconds(1), true, "503"), Noon);
        (given.Status, given.IsQueued, given.NextAttemptAt).ShouldBe((DeliveryStatus.Failed, false, null));
        given.Detail.ShouldBe("given up after 6 hours without a turn: 503");
    }

    private static DateTimeOffset[] Take(AddressPace address, ChannelPace pace, double[] seconds)
    {
        var turns = new List<DateTimeOffset>();
        foreach (var at in seconds)
        {
            (address, var turn) = address.Take(pace, Noon.AddSeconds(at));
            turns.Add(turn.At);
        }

        return [.. turns];
    }
}
