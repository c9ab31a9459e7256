using CsCheck;
using Shouldly;
using Watchkeeper.Counting;
using Xunit;

namespace Watchkeeper.Tests.Counting;

/// <summary>Properties of every set of events in every order of arrival, beside counting by brute force.</summary>
public sealed class CountPropertyTests
{
    // Times and values are few, so that windows touch, overlap and repeat values.
    private static readonly Gen<CountedEvent[]> Arrivals =
        from count in Gen.Int[2, 6]
        from isDistinct in Gen.Bool
        from seconds in Gen.Int[0, 400].Array[1, 2 * count]
        from values in Gen.Int[1, 2 * count].Array[seconds.Length]
        select seconds.Select((second, number) => isDistinct
            ? Counts.Event(new Threshold(count, 1), number, second, values[number])
            : Counts.Event(new Threshold(count, 1), number, second)).ToArray();

    [Fact]
    public void An_event_is_an_act_if_and_only_if_a_window_of_what_had_come_holds_enough()
    {
        var (reached, below) = (0, 0);
        Arrivals.Sample(
            arrivals =>
            {
                var decisions = Counts.Take(arrivals).Decisions;
                for (var place = 0; place < arrivals.Length; place++)
                {
                    var expected = Counts.IsReached(arrivals[place], arrivals[..(place + 1)]);
                    decisions[place].Answer.IsReached.ShouldBe(expected);
                    Interlocked.Increment(ref expected ? ref reached : ref below);
                }
            },
            iter: 10_000);
        reached.ShouldBeGreaterThan(1000);
        below.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void In_every_order_an_act_is_found_if_and_only_if_a_window_of_all_holds_enough()
    {
        var found = 0;
        Gen.Select(Arrivals, Gen.Int).Sample(
            (arrivals, seed) =>
            {
                var shuffled = arrivals.ToArray();
                new Random(seed).Shuffle(shuffled);
                var isHeld = arrivals.Any(one => Counts.IsReached(one, arrivals));

                foreach (var order in new[] { arrivals, shuffled, [.. arrivals.Reverse()] })
                    Counts.Standings(order).Contains(CountStanding.Crossed).ShouldBe(isHeld);
                Interlocked.Add(ref found, isHeld ? 1 : 0);
            },
            iter: 10_000);
        found.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Every_order_leaves_the_same_events_in_the_window() => Gen.Select(Arrivals, Gen.Int).Sample(
        (arrivals, seed) =>
        {
            var shuffled = arrivals.ToArray();
            new Random(seed).Shuffle(shuffled);

            Held(shuffled).ShouldBe(Held(arrivals), ignoreOrder: true);
        },
        iter: 5_000);

    [Fact]
    public void Deliveries_that_come_again_change_neither_answers_nor_windows() => Gen.Select(Arrivals, Gen.Int.Array[0, 30]).Sample(
        (arrivals, repeated) =>
        {
            var (decisions, window) = Counts.Take(arrivals);
            var answers = arrivals.Zip(decisions).ToDictionary(pair => pair.First.Event, pair => pair.Second.Answer);
            var again = arrivals.ToList();
            foreach (var number in repeated)
            {
                var place = (int)((uint)number % again.Count);
                again.Insert(again.Count - ((int)((uint)number % (again.Count - place))), again[place]);
            }

            var taken = Counts.Take(again);

            taken.Window.Entries.ShouldBe(window.Entries);
            again.Zip(taken.Decisions).ShouldAllBe(pair => pair.Second.Answer == answers[pair.First.Event]);
        },
        iter: 5_000);

    [Fact]
    public void Of_events_that_come_late_by_a_windows_length_none_is_missed()
    {
        var (found, late) = (0, 0);
        Gen.Select(Gen.Int[2, 6], Gen.Int[0, 40].Array[1, 120], Gen.Int[0, 60].Array[120]).Sample(
            (count, gaps, delays) =>
            {
                var second = 0;
                var events = gaps.Select((gap, number) => Counts.Event(new Threshold(count, 1), number, second += gap)).ToList();
                var arrivals = events.Index().OrderBy(one => one.Item.At.ToUnixTimeSeconds() + delays[one.Index])
                    .Select(one => one.Item).ToList();

                var decisions = Counts.Take(arrivals).Decisions;

                // Until the first act, whose incident is there from then on.
                for (var place = 0; place < arrivals.Count; place++)
                {
                    var isHeld = Counts.IsReached(arrivals[place], arrivals[..(place + 1)]);
                    decisions[place].Answer.IsReached.ShouldBe(isHeld);
                    Interlocked.Add(ref late, place > 0 && arrivals[place].At < arrivals[place - 1].At ? 1 : 0);
                    if (!isHeld)
                        continue;
                    Interlocked.Increment(ref found);
                    break;
                }
            },
            iter: 5_000);
        found.ShouldBeGreaterThan(1000);
        late.ShouldBeGreaterThan(1000);
    }

    private static List<(string, string, long)> Held(IEnumerable<CountedEvent> arrivals) =>
        [.. Counts.Take(arrivals).Window.Entries.Select(entry => (entry.Event, entry.Value, entry.At))];
}
