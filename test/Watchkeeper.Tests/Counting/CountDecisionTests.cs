using Shouldly;
using Watchkeeper.Counting;
using Xunit;
using static Watchkeeper.Counting.CountStanding;

namespace Watchkeeper.Tests.Counting;

/// <summary>What operators want of «so many within that time», as questions about other systems show.</summary>
public sealed class CountDecisionTests
{
    private static readonly Threshold Three = new(3, 10);

    [Fact]
    public void The_event_that_reaches_the_count_opens_and_those_after_it_are_more_of_the_same() =>
        Standings([0, 10, 20, 30, 40]).ShouldBe([Below, Below, Crossed, Repeated, Repeated]);

    [Fact]
    public void Four_events_for_a_count_of_two_are_one_crossing() =>
        Counts.Standings(Enumerable.Range(1, 4).Select(number => Counts.Event(new(2, 1), number, number)))
            .ShouldBe([Below, Crossed, Repeated, Repeated]);

    [Theory]
    [InlineData(600, Crossed)]
    [InlineData(601, Below)]
    public void Two_events_lie_in_one_window_if_they_are_at_most_its_length_apart(int last, CountStanding expected) =>
        Standings([0, 300, last])[^1].ShouldBe(expected);

    [Fact]
    public void A_window_slides_and_does_not_begin_at_full_minutes() =>
        Standings([0, 590, 595, 1180]).ShouldBe([Below, Below, Crossed, Repeated]);

    [Fact]
    public void Events_that_are_always_too_far_apart_never_reach_the_count() =>
        Standings([.. Enumerable.Range(0, 50).Select(number => 400 * number)]).ShouldAllBe(standing => standing == Below);

    [Fact]
    public void A_late_event_counts_where_it_belongs() =>
        Standings([0, 60, 900, 300]).ShouldBe([Below, Below, Below, Crossed]);

    [Fact]
    public void An_event_that_came_before_all_others_counts_too() => Standings([400, 500, 0])[^1].ShouldBe(Crossed);

    [Fact]
    public void Another_burst_long_afterwards_opens_again() =>
        Standings([0, 1, 2, 5000, 5001, 5002]).ShouldBe([Below, Below, Crossed, Below, Below, Crossed]);

    [Fact]
    public void One_event_that_is_delivered_three_times_counts_once()
    {
        var one = Counts.Event(Three, 1, 0);

        var (decisions, window) = Counts.Take(one, one, one, Counts.Event(Three, 2, 1));

        decisions.Select(decision => decision.Answer).ShouldBe(
            [new(Below, 1), new(Below, 1), new(Below, 1), new(Below, 2)]);
        window.Entries.Length.ShouldBe(2);
    }

    [Fact]
    public void Every_delivery_is_given_the_answer_of_the_first()
    {
        var events = Enumerable.Range(1, 5).Select(number => Counts.Event(Three, number, number)).ToList();
        var (first, window) = Counts.Take(events);

        var again = events.Select(one => CountDecision.Decide(window, one)).ToList();

        again.Select(decision => decision.Answer).ShouldBe(first.Select(decision => decision.Answer));
        again.ShouldAllBe(decision => decision.Next == null);
    }

    [Fact]
    public void Different_values_count_and_more_of_one_do_not()
    {
        var standings = Counts.Standings(
            Counts.Event(Three, 1, 0, 1), Counts.Event(Three, 2, 1, 1), Counts.Event(Three, 3, 2, 1), Counts.Event(Three, 4, 3, 2),
            Counts.Event(Three, 5, 4, 2), Counts.Event(Three, 6, 5, 3), Counts.Event(Three, 7, 6, 1));

        standings.ShouldBe([Below, Below, Below, Below, Below, Crossed, Repeated]);
    }

    [Fact]
    public void One_event_with_enough_values_is_enough() =>
        Counts.Standings(Counts.Event(Three, 1, 0, 1, 2, 3)).ShouldBe([Crossed]);

    [Fact]
    public void A_thousand_events_of_one_value_do_not_push_out_the_others()
    {
        var flood = Enumerable.Range(10, 1000).Select(number => Counts.Event(Three, number, 2, 1));

        var (decisions, window) = Counts.Take(
            [Counts.Event(Three, 1, 0, 2), .. flood, Counts.Event(Three, 9999, 3, 3)]);

        decisions[^1].Answer.ShouldBe(new CountAnswer(Crossed, 3));
        window.Entries.Length.ShouldBe(Three.Capacity);
    }

    [Fact]
    public void The_answer_says_how_many_and_since_when()
    {
        var (decisions, _) = Counts.Take(
            Counts.Event(Three, 1, 0), Counts.Event(Three, 2, 700), Counts.Event(Three, 3, 710), Counts.Event(Three, 4, 720));

        decisions.Select(decision => decision.Answer.Count).ShouldBe([1, 1, 2, 3]);
        decisions[^1].Since.ShouldBe(Counts.Noon.AddSeconds(700));
    }

    [Fact]
    public void The_window_holds_the_newest_and_never_more_than_its_capacity()
    {
        var (_, window) = Counts.Take(Enumerable.Range(0, 100).Select(number => Counts.Event(Three, number, 700 * number)));

        window.Entries.Select(entry => entry.At - Counts.Noon.ToUnixTimeSeconds()).ShouldBe(
            Enumerable.Range(94, 6).Select(number => 700L * number));
    }

    [Fact]
    public void An_event_that_is_older_than_all_that_a_full_window_holds_is_known_when_it_comes_again()
    {
        var (_, window) = Counts.Take(Enumerable.Range(1, 6).Select(number => Counts.Event(Three, number, 700 * number)));
        var late = Counts.Event(Three, 99, 0);

        var next = CountDecision.Decide(window, late).Next.ShouldNotBeNull();

        next.Entries.Length.ShouldBe(Three.Capacity);
        CountDecision.Decide(next, late).Next.ShouldBeNull();
    }

    private static CountStanding[] Standings(params ReadOnlySpan<int> seconds)
    {
        var events = new List<CountedEvent>();
        foreach (var second in seconds)
            events.Add(Counts.Event(Three, events.Count + 1, second));
        return [.. Counts.Standings(events)];
    }
}
