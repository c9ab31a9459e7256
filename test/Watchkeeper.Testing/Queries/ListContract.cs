using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Testing.Queries;

/// <summary>The contract of <see cref="IncidentQueries.ListAsync"/>.</summary>
public abstract class ListContract : StoreContract
{
    private static readonly DateTimeOffset Noon = Orders.Noon;

    [Fact]
    public async Task Active_incidents_come_oldest_first_in_pages_of_any_size()
    {
        await using var world = await QueriedAsync();
        var opened = new List<string>();
        foreach (var number in Enumerable.Range(0, 23))
            opened.Add((await world.OpenAsync(number)).Id);
        await world.EndAsync(5, 30);
        var expected = opened.Where((_, number) => number != 5).Order(StringComparer.Ordinal).ToList();

        foreach (var size in new[] { 1, 2, 7, 21, 22, 23, 100 })
            (await world.ListAsync(new IncidentQuestion.Active(), size)).ShouldBe(expected);
        (await world.Queries.ListAsync(new IncidentQuestion.Active(), 22, null, Token)).Next.ShouldBeNull();
        (await world.Queries.ListAsync(new IncidentQuestion.Active(), 21, null, Token)).Next.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_empty_table_answers_with_one_empty_page()
    {
        await using var world = await QueriedAsync();
        IncidentQuestion[] questions =
        [
            new IncidentQuestion.Active(), new IncidentQuestion.Ended(Noon.AddDays(-3), Noon),
            new IncidentQuestion.OfService("order"), new IncidentQuestion.OfResource("r"), new IncidentQuestion.OfActor("a"),
        ];

        foreach (var question in questions)
        {
            var page = await world.Queries.ListAsync(question, 5, null, Token);
            (page.Incidents.Length, page.Next, page.Looked).ShouldBe((0, null, 0));
        }
    }

    [Fact]
    public async Task A_page_goes_on_after_its_last_incident_has_ended_and_others_have_opened()
    {
        await using var world = await QueriedAsync();
        foreach (var number in Enumerable.Range(1, 9))
            await world.OpenAsync(number);
        var first = await world.Queries.ListAsync(new IncidentQuestion.Active(), 4, null, Token);
        await world.EndAsync(4, 30);
        await world.OpenAsync(100, minute: 0);
        await world.OpenAsync(101, minute: 50);

        var second = await world.Queries.ListAsync(new IncidentQuestion.Active(), 50, first.Next, Token);

        second.Incidents.Select(one => one.Incident.Subject.Name).ShouldBe(
            ["alarm-5", "alarm-6", "alarm-7", "alarm-8", "alarm-9", "alarm-101"]);
    }

    [Fact]
    public async Task A_filter_that_drops_most_incidents_neither_skips_nor_repeats_any()
    {
        await using var world = await QueriedAsync();
        foreach (var number in Enumerable.Range(0, 40))
            await world.OpenAsync(number, about: subject => subject with { Service = number % 10 == 3 ? "payment" : "order" });
        var question = new IncidentQuestion.Active { Matchers = [new Matcher("service", MatchOperator.Equal, "payment")] };

        foreach (var size in new[] { 1, 2, 3, 4, 5 })
            (await world.ListAsync(question, size)).Count.ShouldBe(4, $"size {size}");
        (await world.Queries.ListAsync(question, 9, null, Token)).Looked.ShouldBe(40);
        (await world.Queries.ListAsync(question, 1, null, Token)).Looked.ShouldBeLessThan(40);
    }

    [Fact]
    public async Task Ended_incidents_come_last_ended_first_within_a_half_open_range()
    {
        await using var world = await QueriedAsync();
        var ended = new List<Incident>();
        foreach (var number in Enumerable.Range(0, 12))
        {
            await world.OpenAsync(number);
            // Over midnight.
            ended.Add(await world.EndAsync(number, 660 + (number * 20)));
        }

        var expected = ended.OrderByDescending(incident => incident.ResolvedAt).Select(incident => incident.Id).ToList();
        var (first, last) = (ended[0].ResolvedAt!.Value, ended[^1].ResolvedAt!.Value);
        foreach (var size in new[] { 1, 3, 12, 50 })
        {
            (await world.ListAsync(new IncidentQuestion.Ended(Noon, Noon.AddDays(2)), size)).ShouldBe(expected);
            (await world.ListAsync(new IncidentQuestion.Ended(first, last), size)).ShouldBe(expected[1..]);
            (await world.ListAsync(new IncidentQuestion.Ended(last, last.AddTicks(1)), size)).ShouldBe(expected[..1]);
            (await world.ListAsync(new IncidentQuestion.Ended(last, last), size)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task An_incident_that_came_back_is_listed_where_it_ended_last()
    {
        await using var world = await QueriedAsync();
        await world.OpenAsync(1);
        await world.EndAsync(1, 10);
        (await world.OpenAsync(1, minute: 12)).Reopenings.ShouldBe(1);

        (await world.ListAsync(new IncidentQuestion.Ended(Noon, Noon.AddDays(1)), 9)).ShouldBeEmpty();
        await world.EndAsync(1, 20);

        (await world.ListAsync(new IncidentQuestion.Ended(Noon, Noon.AddMinutes(15)), 9)).ShouldBeEmpty();
        (await world.ListAsync(new IncidentQuestion.Ended(Noon, Noon.AddDays(1)), 9)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Incidents_of_a_service_and_of_a_resource_come_last_opened_first_whether_active_or_ended()
    {
        await using var world = await QueriedAsync();
        var ids = new List<string>();
        foreach (var number in Enumerable.Range(0, 10))
            ids.Add((await world.OpenAsync(number, about: About(number))).Id);
        await world.EndAsync(3, 30);
        // The slot holds another episode now; the first is still listed.
        var again = await world.OpenAsync(3, minute: 90, about: About(3));
        again.Id.ShouldNotBe(ids[3]);

        foreach (var size in new[] { 1, 4, 20 })
        {
            (await world.ListAsync(new IncidentQuestion.OfService("svc-1"), size))
                .ShouldBe([again.Id, ids[9], ids[7], ids[5], ids[3], ids[1]]);
            (await world.ListAsync(new IncidentQuestion.OfResource("arn:aws:x:::y/0"), size))
                .ShouldBe([ids[9], ids[6], again.Id, ids[3], ids[0]], ignoreOrder: true);
        }

        (await world.ListAsync(new IncidentQuestion.OfService("svc"), 5)).ShouldBeEmpty();

        static Func<Subject, Subject> About(int number) =>
            subject => subject with { Service = $"svc-{number % 2}", Resource = $"arn:aws:x:::y/{number % 3}" };
    }

    [Fact]
    public async Task Both_actors_lead_to_the_incident_of_their_acts()
    {
        await using var world = await QueriedAsync();
        var incident = await world.RecordAsync(Act("alice", 0));
        await world.RecordAsync(Act("mallory", 1));

        foreach (var actor in new[] { "alice", "mallory" })
            (await world.ListAsync(new IncidentQuestion.OfActor(actor), 5)).ShouldBe([incident.Id]);
        (await world.ListAsync(new IncidentQuestion.OfActor("bob"), 5)).ShouldBeEmpty();

        static Signal Act(string actor, int minute)
        {
            var signal = Orders.Signal(minute: minute, nature: SignalNature.Event);
            return signal with
            {
                Act = Watchkeeper.Signals.Act.For(isRefused: false, actor),
                Subject = signal.Subject with { Labels = signal.Subject.Labels.With("actor", actor) },
            };
        }
    }

    [Fact]
    public async Task A_token_serves_its_own_question_only()
    {
        await using var world = await QueriedAsync();
        foreach (var number in Enumerable.Range(0, 5))
            await world.OpenAsync(number);
        var active = new IncidentQuestion.Active();
        var token = (await world.Queries.ListAsync(active, 2, null, Token)).Next!;

        (await world.Queries.ListAsync(active, 9, token, Token)).Incidents.Length.ShouldBe(3);
        IncidentQuestion[] others =
        [
            active with { Matchers = [new Matcher("service", MatchOperator.Equal, "order")] },
            new IncidentQuestion.OfService("order"), new IncidentQuestion.Ended(Noon, Noon.AddDays(1)),
        ];
        foreach (var other in others)
            await Should.ThrowAsync<PageTokenException>(() => world.Queries.ListAsync(other, 2, token, Token));
        string[] broken =
            ["", "x", token[1..], token[..^1], token + "A", token.ToUpperInvariant(), "%2e%2e", new string('A', 9999)];
        foreach (var text in broken)
            await Should.ThrowAsync<PageTokenException>(() => world.Queries.ListAsync(active, 2, text, Token), text);
    }

    [Fact]
    public async Task What_has_expired_is_not_shown_even_if_the_table_still_holds_it()
    {
        await using var world = await QueriedAsync();
        await world.OpenAsync(1);
        var ended = await world.EndAsync(1, 5);
        var question = new IncidentQuestion.Ended(Noon, Noon.AddDays(1));
        (await world.ListAsync(question, 5)).ShouldBe([ended.Id]);

        world.Minute = (int)StoreHarness.HistoryRetention.TotalMinutes + 60;

        (await world.ListAsync(question, 5)).ShouldBeEmpty();
        (await world.ListAsync(new IncidentQuestion.OfService("order"), 5)).ShouldBeEmpty();
        (await world.Queries.FindAsync(ended.Id, Token)).ShouldBeOfType<IncidentLookup.Unknown>();
    }

    private async Task<QueriedStores> QueriedAsync() => new(await OpenAsync(), Token);
}
