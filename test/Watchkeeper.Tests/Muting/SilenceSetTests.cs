using System.Collections.Immutable;
using System.Globalization;
using Shouldly;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Muting;

/// <summary>Which silence keeps what quiet.</summary>
public sealed class SilenceSetTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_silence_that_holds_longest_is_the_reason()
    {
        var set = new SilenceSet([Of("a", 60), Of("b", 120), Of("c", 90), Of("d", 500, start: 10)]);

        set.Find(Labels("orders"), Now).ShouldNotBeNull().Id.ShouldBe("b");
        set.Find(Labels("other"), Now).ShouldBeNull();
        set.Find(Labels("orders"), Now.AddMinutes(10)).ShouldNotBeNull().Id.ShouldBe("d");
        set.Find(Labels("orders"), Now.AddMinutes(500)).ShouldBeNull();
    }

    [Fact] // alertmanager 5459: silences that keep nothing quiet any more are not told from others.
    public void Each_silence_counts_what_it_keeps_quiet()
    {
        var set = new SilenceSet(
            [Of("a", 60), Of("b", 60, "orders|web", MatchOperator.Regex), Of("c", 60, "gone"), Of("d", 60, start: 5)]);

        var counts = set.Count([Labels("orders"), Labels("orders"), Labels("web"), Labels("db")], Now);

        counts.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => (each.Key, each.Value))
            .ShouldBe([("a", 2), ("b", 3)]);
    }

    [Fact]
    public void Ten_thousand_silences_over_ten_thousand_incidents_are_counted_at_once()
    {
        var set = new SilenceSet([.. Enumerable.Range(0, 10_000).Select(number => Of(Name(number), 60, Name(number)))]);

        var counts = set.Count(Enumerable.Range(0, 10_000).Select(number => Labels(Name(number % 5_000))), Now);

        (counts.Count, counts.Values.Distinct().Single()).ShouldBe((5_000, 2));
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static LabelSet Labels(string service) => LabelSet.Empty.With("service", service);

    private static Silence Of(
        string id, int minutes, string service = "orders", MatchOperator @operator = MatchOperator.Equal, int start = 0) => new()
        {
            Id = id,
            Matchers = ImmutableArray.Create(new Matcher("service", @operator, service)),
            StartsAt = Now.AddMinutes(start),
            EndsAt = Now.AddMinutes(minutes),
            By = "kim",
            Reason = "deploying",
            ChangedAt = Now,
        };
}
