using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Testing.Queries;

/// <summary>The contract of single answers: an incident by its id, its timeline, and what became of an event.</summary>
public abstract class LookupContract : StoreContract
{
    [Fact]
    public async Task An_incident_is_found_by_its_id_whole_or_shortened_active_or_ended()
    {
        await using var world = await QueriedAsync();
        var active = await world.OpenAsync(1);
        await world.OpenAsync(2, minute: 600);
        var ended = await world.EndAsync(2, 700);

        foreach (var incident in new[] { active, ended })
        {
            var digits = incident.Id["inc-".Length..];
            string[] ids =
                [incident.Id, digits, digits[..8], $"inc-{digits[..10]}", digits[..9].ToUpperInvariant(), $" {digits} "];
            foreach (var id in ids)
            {
                (await world.Queries.FindAsync(id, Token)).ShouldBeOfType<IncidentLookup.Found>(id)
                    .Snapshot.Incident.ShouldBe(incident.Shown());
            }
        }
    }

    [Fact]
    public async Task A_new_incident_is_found_before_the_stream_has_brought_its_first_entry()
    {
        await using var world = await QueriedAsync();
        await world.Stores.Slots.RecordAsync(Orders.Signal(), Severity.High, Token);
        var incident = (await world.Stores.Slots.ReadAsync(Orders.Signal().Subject.Fingerprint, Token))!.Incident!;

        foreach (var id in new[] { incident.Id, incident.Id[..12] })
        {
            (await world.Queries.FindAsync(id, Token)).ShouldBeOfType<IncidentLookup.Found>(id)
                .Snapshot.Incident.ShouldBe(incident.Shown());
        }
    }

    [Fact]
    public async Task A_shortened_id_of_several_incidents_names_them_all()
    {
        await using var world = await QueriedAsync();
        var (one, other) = (await world.OpenAsync(1, minute: 7), await world.OpenAsync(2, minute: 7));
        await world.EndAsync(2, 9);

        (await world.Queries.FindAsync(one.Id[..12], Token)).ShouldBeOfType<IncidentLookup.Ambiguous>()
            .Candidates.Select(each => each.Incident.Id).ShouldBe([one.Id, other.Id], ignoreOrder: true);
        (await world.Queries.FindAsync(one.Id, Token)).ShouldBeOfType<IncidentLookup.Found>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("inc-")]
    [InlineData("6ae87")]
    [InlineData("%")]
    [InlineData("6ae87b40%")]
    [InlineData("______")]
    [InlineData("inc-6ae87b4019d679b095401")]
    [InlineData("事件事件事件")]
    public async Task What_is_no_id_is_refused_without_a_look(string id)
    {
        await using var world = await QueriedAsync();
        await world.OpenAsync(1);

        (await world.Queries.FindAsync(id, Token)).ShouldBeOfType<IncidentLookup.Invalid>();
    }

    [Fact]
    public async Task An_id_of_no_incident_is_unknown()
    {
        await using var world = await QueriedAsync();
        await world.OpenAsync(1);

        foreach (var id in new[] { "inc-00000000000000000000", "ffffffff", "000000" })
            (await world.Queries.FindAsync(id, Token)).ShouldBeOfType<IncidentLookup.Unknown>(id);
    }

    [Fact]
    public async Task An_episode_stays_whole_after_its_slot_holds_the_next()
    {
        await using var world = await QueriedAsync();
        await world.OpenAsync(1);
        var first = await world.EndAsync(1, 5);
        var second = await world.OpenAsync(1, minute: 60);

        var snapshot = (await world.Queries.FindAsync(first.Id, Token)).ShouldBeOfType<IncidentLookup.Found>().Snapshot;
        snapshot.Incident.ShouldBe(first.Shown());
        snapshot.LastReason.ShouldBe(DecisionReason.Resolved);
        (await world.Stores.Slots.ReadAsync(first.Subject.Fingerprint, Token))!.Incident!.Id.ShouldBe(second.Id);
    }

    [Fact]
    public async Task A_long_timeline_shows_the_newest_first_and_its_beginning_can_be_reached()
    {
        await using var world = await QueriedAsync();
        var incident = await world.OpenAsync(1);
        foreach (var minute in Enumerable.Range(2, 30))
            await world.RecordAsync(Orders.Signal(minute: minute, name: "alarm-1"));
        await world.ActAsync(incident, OperatorVerb.Acknowledge, "kim", minute: 40);

        var (page, hasMore) = await world.Queries.ReadTimelineAsync(incident.Id, 10, null, Token);
        hasMore.ShouldBeTrue();
        page[0].Entry.Change!.Reason.ShouldBe(DecisionReason.Acknowledged);
        var all = page.ToList();
        while (hasMore)
        {
            (page, hasMore) = await world.Queries.ReadTimelineAsync(incident.Id, 10, all[^1].Entry.Key, Token);
            all.AddRange(page);
        }

        var stream = await world.Queries.StreamTimelineAsync(incident.Id, 10, null, Token).ToListAsync(Token);
        stream.Select(record => record.Entry.Key).ShouldBe(all.Select(record => record.Entry.Key));
        all.Count.ShouldBe(32);
        all[^1].Entry.Change!.Reason.ShouldBe(DecisionReason.Opened);
        all.Select(record => record.Entry.Key).ShouldBeUnique();
    }

    [Fact]
    public async Task An_event_leads_to_the_entries_that_it_caused_and_to_what_was_decided_of_its_repetition()
    {
        await using var world = await QueriedAsync();
        var signal = Orders.Signal(name: "alarm-1");
        var incident = await world.RecordAsync(signal);
        var other = await world.RecordAsync(Orders.Signal(name: "alarm-2"));
        var duplicate = Duplicate(signal, incident);
        await world.Events.RecordAsync(duplicate, Token);
        await world.Events.RecordAsync(duplicate, Token);

        var trace = await world.Queries.TraceAsync(signal.EventId, Token);

        trace.Entries.Select(record => record.Entry.Incident.Id).ShouldBe([incident.Id, other.Id], ignoreOrder: true);
        trace.Records.ShouldHaveSingleItem().ShouldBe(duplicate with { Times = 2 });
        EventEnd.For(trace)!.Kind.ShouldBe(EventEndKind.Suppressed);
        EventEnd.For(trace)!.Reason.ShouldBe("no-channels");
    }

    [Fact]
    public async Task A_rejected_event_ends_as_failed_with_its_path()
    {
        await using var world = await QueriedAsync();
        var rejected = new EventRecord
        {
            EventId = "id of nobody's form",
            Function = "AlarmFunction",
            Outcome = Outcome.Failed,
            Reason = "must be one of OK, ALARM",
            Path = "$.detail.state.value",
            Configuration = "0a1b2c3d4e",
            At = Orders.Now(3),
        };
        await world.Events.RecordAsync(rejected, Token);

        var trace = await world.Queries.TraceAsync(rejected.EventId, Token);

        trace.Records.ShouldBe([rejected]);
        EventEnd.For(trace).ShouldBe(new EventEnd(EventEndKind.Failed, rejected.Reason));
    }

    [Fact]
    public async Task An_unknown_event_has_no_end()
    {
        await using var world = await QueriedAsync();
        await world.OpenAsync(1);

        var trace = await world.Queries.TraceAsync("00000000-0000-0000-0000-000000000000", Token);

        trace.IsEmpty.ShouldBeTrue();
        EventEnd.For(trace).ShouldBeNull();
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(9, false)]
    public async Task Events_are_found_for_eight_days(int days, bool isFound)
    {
        await using var world = await QueriedAsync();
        var signal = Orders.Signal(name: "alarm-1");
        var incident = await world.RecordAsync(signal);
        await world.Events.RecordAsync(Duplicate(signal, incident), Token);

        world.Minute = days * 24 * 60;

        (!(await world.Queries.TraceAsync(signal.EventId, Token)).IsEmpty).ShouldBe(isFound);
    }

    [Fact]
    public async Task The_first_of_two_operators_wins_and_the_other_learns_who_it_was()
    {
        await using var world = await QueriedAsync();
        var incident = await world.OpenAsync(1);

        (await world.ActAsync(incident, OperatorVerb.Acknowledge, "alice", minute: 10)).ShouldBeOfType<OperatorResult.Done>();
        var taken = (await world.ActAsync(incident, OperatorVerb.Acknowledge, "bob", minute: 11))
            .ShouldBeOfType<OperatorResult.Taken>();
        (taken.Incident.AcknowledgedBy, taken.Incident.AcknowledgedAt).ShouldBe(("alice", Orders.Now(10)));
        (await world.ActAsync(incident, OperatorVerb.Acknowledge, "alice", minute: 12)).ShouldBeOfType<OperatorResult.Done>();
        (await world.ActAsync(incident, OperatorVerb.Comment, "bob", "scaling out", minute: 13))
            .ShouldBeOfType<OperatorResult.Done>();
        (await world.ActAsync(incident, OperatorVerb.Resolve, "bob", minute: 14)).ShouldBeOfType<OperatorResult.NoteMissing>();
        (await world.ActAsync(incident, OperatorVerb.Resolve, "bob", "known", minute: 14)).ShouldBeOfType<OperatorResult.Done>();
        (await world.ActAsync(incident, OperatorVerb.Resolve, "bob", "known", minute: 15)).ShouldBeOfType<OperatorResult.Done>();
        (await world.ActAsync(incident, OperatorVerb.Comment, "alice", "why?", minute: 16))
            .ShouldBeOfType<OperatorResult.Ended>().Reason.ShouldBe(DecisionReason.ResolvedByPerson);

        var (entries, _) = await world.Queries.ReadTimelineAsync(incident.Id, 20, null, Token);
        entries.Select(record => record.Entry.Change!.Reason).ShouldBe(
            [DecisionReason.ResolvedByPerson, DecisionReason.Commented, DecisionReason.Acknowledged, DecisionReason.Opened]);
        entries[1].Entry.Change!.Description.ShouldBe("bob: scaling out");
    }

    private static EventRecord Duplicate(Signal signal, Incident incident) => new()
    {
        EventId = signal.EventId,
        Function = "AlarmFunction",
        Outcome = Outcome.Merged,
        Reason = "duplicate",
        Signal = signal with { Subject = SubjectLimits.Bound(signal.Subject) },
        Severity = Severity.High,
        Incident = incident.Id,
        At = Orders.Now(4),
    };

    private async Task<QueriedStores> QueriedAsync() => new(await OpenAsync(), Token);
}
