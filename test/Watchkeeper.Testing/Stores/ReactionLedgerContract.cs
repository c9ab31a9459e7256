using Shouldly;
using Watchkeeper.Reactions;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="IReactionLedger"/>.</summary>
public abstract class ReactionLedgerContract : StoreContract
{
    private const int Racers = 64;

    [Fact]
    public async Task A_reservation_writes_its_row()
    {
        await using var stores = await OpenAsync();
        var started = Reacting.Started();

        (await stores.Reactions.ReadAsync(started.Incident.Id, started.Step, Token)).ShouldBeNull();
        (await stores.Reactions.ReserveAsync(Reacting.Reserve(started), Token)).ShouldBe(new ReservationResult.Reserved());
        (await stores.Reactions.ReadAsync(started.Incident.Id, started.Step, Token)).ShouldBe(started);
    }

    [Fact]
    public async Task A_recorded_step_is_not_reserved_again_whatever_the_guards_say()
    {
        await using var stores = await OpenAsync();
        var started = Reacting.Started();
        await stores.Reactions.ReserveAsync(Reacting.Reserve(started), Token);

        (await stores.Reactions.ReserveAsync(Reacting.Reserve(started), Token))
            .ShouldBe(new ReservationResult.AlreadyThere(started));
        (await stores.Reactions.ReserveAsync(Reacting.Reserve(started with { Detail = "later" }, minute: 59, budget: 0), Token))
            .ShouldBe(new ReservationResult.AlreadyThere(started));
    }

    [Fact]
    public async Task A_cooldown_refuses_other_reservations_until_it_is_over()
    {
        await using var stores = await OpenAsync();
        var (first, second) = (Reacting.Started(1, oneGroup: true), Reacting.Started(2, oneGroup: true));
        await stores.Reactions.ReserveAsync(Reacting.Reserve(first), Token);

        (await stores.Reactions.ReserveAsync(Reacting.Reserve(second, minute: 9), Token))
            .ShouldBe(new ReservationResult.Refused(ReactionRefusal.Cooldown));
        (await stores.Reactions.ReadAsync(second.Incident.Id, second.Step, Token)).ShouldBeNull();
        (await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Started(3, oneGroup: false), minute: 9), Token))
            .ShouldBe(new ReservationResult.Reserved());
        (await stores.Reactions.ReserveAsync(Reacting.Reserve(second, minute: 10), Token))
            .ShouldBe(new ReservationResult.Reserved());
    }

    [Fact]
    public async Task A_budget_that_is_used_up_refuses_and_starts_no_cooldown()
    {
        await using var stores = await OpenAsync();
        for (var number = 0; number < 2; number++)
        {
            (await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Started(number, oneGroup: false), budget: 2), Token))
                .ShouldBe(new ReservationResult.Reserved());
        }

        var third = Reacting.Reserve(Reacting.Started(2, oneGroup: false), budget: 2);
        (await stores.Reactions.ReserveAsync(third, Token)).ShouldBe(new ReservationResult.Refused(ReactionRefusal.Budget));
        // The next hour has a new budget, and the refused reservation left nothing behind.
        (await stores.Reactions.ReserveAsync(third with { BudgetKey = "auto#next" }, Token))
            .ShouldBe(new ReservationResult.Reserved());
    }

    [Fact]
    public async Task A_budget_of_zero_refuses_the_first_reservation()
    {
        await using var stores = await OpenAsync();

        (await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Started(), budget: 0), Token))
            .ShouldBe(new ReservationResult.Refused(ReactionRefusal.Budget));
    }

    [Fact]
    public async Task If_both_guards_refuse_the_cooldown_is_named()
    {
        await using var stores = await OpenAsync();
        await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Started(1, oneGroup: true), budget: 1), Token);

        (await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Started(2, oneGroup: true), budget: 1), Token))
            .ShouldBe(new ReservationResult.Refused(ReactionRefusal.Cooldown));
    }

    [Fact]
    public async Task Of_many_reservations_of_one_step_one_is_made()
    {
        await using var stores = await OpenAsync();
        var reservation = Reacting.Reserve(Reacting.Started());

        var results = await AtOnceAsync(Racers, _ => stores.Reactions.ReserveAsync(reservation, Token));

        results.OfType<ReservationResult.Reserved>().ShouldHaveSingleItem();
        results.OfType<ReservationResult.AlreadyThere>().Count(there => there.Record == reservation.Record).ShouldBe(Racers - 1);
    }

    [Fact]
    public async Task Of_many_reservations_for_one_target_one_is_made()
    {
        await using var stores = await OpenAsync();

        var results = await AtOnceAsync(
            Racers, number => stores.Reactions.ReserveAsync(
                Reacting.Reserve(Reacting.Started(number, oneGroup: true), budget: 100), Token));

        results.OfType<ReservationResult.Reserved>().ShouldHaveSingleItem();
        results.Count(result => result == new ReservationResult.Refused(ReactionRefusal.Cooldown)).ShouldBe(Racers - 1);
    }

    [Fact]
    public async Task Many_reservations_at_once_never_take_more_than_the_budget()
    {
        await using var stores = await OpenAsync();

        var results = await AtOnceAsync(
            Racers, number => stores.Reactions.ReserveAsync(
                Reacting.Reserve(Reacting.Started(number, oneGroup: false), budget: 10), Token));

        results.OfType<ReservationResult.Reserved>().Count().ShouldBe(10);
        results.Count(result => result == new ReservationResult.Refused(ReactionRefusal.Budget)).ShouldBe(Racers - 10);
    }

    [Fact]
    public async Task A_replacement_is_refused_while_it_does_not_know_the_others_in_its_group()
    {
        await using var stores = await OpenAsync();
        var (first, second) = (Reacting.Replacing("i-1"), Reacting.Replacing("i-2"));
        await stores.Reactions.ReserveAsync(Reacting.Reserve(first), Token);
        var known = Replacements.None.With("i-1", Orders.Now(0));

        (await stores.Reactions.ReserveAsync(Reacting.Reserve(second), Token)).ShouldBe(new ReservationResult.Superseded(known));
        (await stores.Reactions.ReadAsync(second.Incident.Id, second.Step, Token)).ShouldBeNull();
        (await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Replacing("i-3", "another-asg")), Token))
            .ShouldBe(new ReservationResult.Reserved());
        (await stores.Reactions.ReserveAsync(Reacting.Reserve(second, minute: 1, known: known), Token))
            .ShouldBe(new ReservationResult.Reserved());
        (await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Replacing("i-4"), minute: 2, known: known), Token))
            .ShouldBe(new ReservationResult.Superseded(known.With("i-2", Orders.Now(1))));
    }

    [Fact]
    public async Task A_replacement_that_assumes_others_that_do_not_exist_is_refused_with_the_recorded_ones()
    {
        await using var stores = await OpenAsync();
        var known = Replacements.None.With("i-9", Orders.Now(0));

        (await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Replacing("i-1"), known: known), Token))
            .ShouldBe(new ReservationResult.Superseded(Replacements.None));
    }

    [Fact]
    public async Task Other_guards_are_checked_before_that_of_a_replacement()
    {
        await using var stores = await OpenAsync();
        await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Replacing("i-1")), Token);
        var again = Reacting.Replacing("i-1") with { Step = "replace-instance.1" };

        (await stores.Reactions.ReserveAsync(Reacting.Reserve(again), Token))
            .ShouldBe(new ReservationResult.Refused(ReactionRefusal.Cooldown));
        (await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Replacing("i-2"), budget: 1), Token))
            .ShouldBe(new ReservationResult.Refused(ReactionRefusal.Budget));
    }

    [Fact]
    public async Task Of_many_replacements_at_once_in_one_group_one_is_made_and_the_others_learn_of_it()
    {
        await using var stores = await OpenAsync();

        var results = await AtOnceAsync(
            Racers,
            number => stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Replacing($"i-{number}"), budget: 100), Token));

        results.OfType<ReservationResult.Reserved>().ShouldHaveSingleItem();
        var superseded = results.OfType<ReservationResult.Superseded>().Select(result => result.Current).ToList();
        superseded.Count.ShouldBe(Racers - 1);
        superseded.Distinct().ShouldHaveSingleItem().Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_is_recorded_once()
    {
        await using var stores = await OpenAsync();
        var refused = Reacting.Started() with
        {
            Status = ReactionStatus.Refused,
            Action = null,
            Refusal = ReactionRefusal.HealthyMinimum,
            HeldUntil = null,
        };

        (await stores.Reactions.RecordAsync(refused, Token)).ShouldBeTrue();
        (await stores.Reactions.RecordAsync(refused with { Refusal = ReactionRefusal.Stopped }, Token)).ShouldBeFalse();
        (await stores.Reactions.ReadAsync(refused.Incident.Id, refused.Step, Token)).ShouldBe(refused);
    }

    [Fact]
    public async Task A_started_row_is_finished_once()
    {
        await using var stores = await OpenAsync();
        var started = Reacting.Started() with { Action = new ReactionAction.MarkUnhealthy("shop-order-asg", "i-0abc") };
        var done =
            started with { Status = ReactionStatus.Done, FinishedAt = Orders.Now(1), HeldUntil = null, Detail = "accepted" };

        (await stores.Reactions.FinishAsync(done, Token)).ShouldBeFalse();
        await stores.Reactions.ReserveAsync(Reacting.Reserve(started), Token);
        (await stores.Reactions.FinishAsync(done, Token)).ShouldBeTrue();
        (await stores.Reactions.FinishAsync(done, Token)).ShouldBeTrue("an outcome whose answer was lost is written again");
        (await stores.Reactions.FinishAsync(done with { Status = ReactionStatus.Failed }, Token)).ShouldBeFalse();
        (await stores.Reactions.ReadAsync(started.Incident.Id, started.Step, Token)).ShouldBe(done);
    }
}
