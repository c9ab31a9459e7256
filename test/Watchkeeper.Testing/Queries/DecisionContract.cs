using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Testing.Queries;

/// <summary>The contract of what was decided: each signal is kept whole with its decision, and a day lists its decisions.</summary>
public abstract class DecisionContract : StoreContract
{
    [Fact]
    public async Task Each_signal_is_kept_whole_with_the_severity_that_it_was_given()
    {
        await using var world = await QueriedAsync();
        Signal[] story =
        [
            Alarm(0) with { DeclaredSeverity = Severity.Low, WasFiring = false },
            Alarm(1) with { RuleSeverity = Severity.Medium, WasFiring = true },
            Titled(Alarm(2), "CPUUtilization of shop-order-asg, limit 90 %") with { WasFiring = true },
            Alarm(3, SignalCondition.NoData),
            Titled(Alarm(4, SignalCondition.Resolved), "CPUUtilization of shop-order-asg, limit 95 %") with { WasFiring = true },
            Alarm(5, SignalCondition.NoData) with { UnknownSeverity = "sev-9" },
        ];

        foreach (var (at, signal) in story.Index())
            await world.RecordAsync(signal, (Severity)(at % 4));

        foreach (var (at, signal) in story.Index().Take(5))
        {
            var change = (await world.Queries.TraceAsync(signal.EventId, Token)).Entries.ShouldHaveSingleItem().Entry.Change!;
            change.Signal.ShouldBe(SubjectLimits.Bound(signal));
            change.Severity.ShouldBe((Severity)(at % 4));
        }
    }

    [Fact]
    public async Task Acts_are_kept_with_their_own_subject_whatever_the_incident_shows()
    {
        await using var world = await QueriedAsync();
        Signal[] story =
        [
            Deed(0, "mallory"),
            Deed(1, "mallory") with { OccurredAt = Orders.Noon.AddMinutes(-5) },
            Deed(2, "mallory", isRefused: true),
            Deed(3, "eve", isRefused: true),
            Titled(Deed(4, "jonas"), "StartLogging") with { Condition = SignalCondition.Resolved, Act = null },
        ];

        foreach (var signal in story)
            await world.RecordAsync(signal);

        foreach (var signal in story)
        {
            (await world.Queries.TraceAsync(signal.EventId, Token)).Entries.ShouldHaveSingleItem(signal.Subject.Title)
                .Entry.Change!.Signal.ShouldBe(SubjectLimits.Bound(signal));
        }

        (await world.Stores.Slots.ReadAsync(story[0].Subject.Fingerprint, Token))!.Incident!.Subject.Title
            .ShouldBe("StopLogging by mallory");
    }

    [Fact]
    public async Task A_period_lists_its_decisions_newest_first_with_their_ends()
    {
        await using var world = await QueriedAsync();
        await world.RecordAsync(Alarm(0));
        await world.RecordAsync(Alarm(10));
        await world.RecordAsync(Alarm(11, SignalCondition.Resolved));
        await world.Events.RecordAsync(Record("e-1", Outcome.Merged, "duplicate", 5), Token);
        await world.Events.RecordAsync(Record("e-2", Outcome.Failed, "must be one of OK, ALARM", 6), Token);
        await world.Events.RecordAsync(Record("e-3", Outcome.Ignored, "no-signal", 24 * 60), Token);

        var list = await world.Queries.ListDecisionsAsync(Orders.Now(0), Orders.Now(24 * 60), Token);

        list.Count.ShouldBe(5);
        list.Counts.ShouldBe([("duplicate", 1), ("opened", 1), ("rejected", 1), ("repeated", 1), ("resolved", 1)]);
        var all = await list.ReadAsync(static _ => true, Token).ToListAsync(Token);
        all.Select(one => one.Decision).ShouldBe(["resolved", "repeated", "rejected", "duplicate", "opened"]);
        all.Select(one => one.At).ShouldBeInOrder(SortDirection.Descending);
        all.Select(one => one.End.Kind).ShouldBe(
            [
                EventEndKind.Suppressed, EventEndKind.Merged, EventEndKind.Failed, EventEndKind.Merged,
                EventEndKind.Suppressed,
            ]);
        all[^1].Signal.ShouldBe(SubjectLimits.Bound(Alarm(0)));
        all[^1].IncidentId.ShouldBe(all[0].IncidentId);
        (await list.ReadAsync(static name => name == "rejected", Token).ToListAsync(Token))
            .ShouldHaveSingleItem().EventId.ShouldBe("e-2");
    }

    [Fact]
    public async Task Every_event_is_in_exactly_one_of_two_periods_that_meet_at_midnight()
    {
        await using var world = await QueriedAsync();
        var midnight = new DateTimeOffset(2026, 11, 3, 0, 0, 0, TimeSpan.Zero);
        foreach (var seconds in new[] { -86_400, -1, 0, 1, 86_399, 86_400 })
        {
            await world.Events.RecordAsync(
                Record($"e{seconds}", Outcome.Merged, "duplicate", 0) with { At = midnight.AddSeconds(seconds) }, Token);
        }

        var before = await world.Queries.ListDecisionsAsync(midnight.AddDays(-1), midnight, Token);
        var after = await world.Queries.ListDecisionsAsync(midnight, midnight.AddDays(1), Token);

        (await before.ReadAsync(static _ => true, Token).Select(one => one.EventId).ToListAsync(Token))
            .ShouldBe(["e-1", "e-86400"]);
        (await after.ReadAsync(static _ => true, Token).Select(one => one.EventId).ToListAsync(Token))
            .ShouldBe(["e86399", "e1", "e0"]);
    }

    [Fact]
    public async Task Many_decisions_of_a_day_are_listed_once_each()
    {
        await using var world = await QueriedAsync();
        foreach (var number in Enumerable.Range(0, 120))
            await world.Events.RecordAsync(Record($"event {number}", Outcome.Suppressed, "stale", number), Token);

        var list = await world.Queries.ListDecisionsAsync(Orders.Now(0), Orders.Now(500), Token);

        var ids = await list.ReadAsync(static _ => true, Token).Select(one => one.EventId).ToListAsync(Token);
        ids.ShouldBe(Enumerable.Range(0, 120).Reverse().Select(number => $"event {number}"));
    }

    [Fact]
    public async Task Decisions_expire_with_their_rows()
    {
        await using var world = await QueriedAsync();
        await world.RecordAsync(Alarm(0));

        world.Minute = 9 * 24 * 60;

        (await world.Queries.ListDecisionsAsync(Orders.Now(0), Orders.Now(60), Token)).Count.ShouldBe(0);
    }

    private static Signal Alarm(int minute, SignalCondition condition = SignalCondition.Firing) =>
        Orders.Signal(condition, minute, "alarm-1");

    private static Signal Deed(int minute, string actor, bool isRefused = false) =>
        Titled(Orders.Signal(minute: minute, name: "trail-1", nature: SignalNature.Event), $"StopLogging by {actor}") with
        {
            Act = Act.For(isRefused, actor),
        };

    private static Signal Titled(Signal signal, string title) =>
        signal with { Subject = signal.Subject with { Title = title } };

    private static EventRecord Record(string id, Outcome outcome, string reason, int minute) => new()
    {
        EventId = id,
        Function = "AlarmFunction",
        Outcome = outcome,
        Reason = reason,
        At = Orders.Now(minute),
    };

    private async Task<QueriedStores> QueriedAsync() => new(await OpenAsync(), Token);
}
