using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>DynamoDB carries out a write, its response is lost, and the SDK sends the write again.</summary>
public sealed class LostAnswerTests(DynamoDbLocalFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PutItem", SignalCondition.Firing, null)]
    [InlineData("UpdateItem", SignalCondition.Firing, true)]
    [InlineData("UpdateItem", SignalCondition.Resolved, true)]
    public async Task A_lost_answer_to_the_write_of_a_signal_ends_as_a_duplicate(
        string operation, SignalCondition condition, bool? wasFiring)
    {
        using var network = new LostAnswers(emulator.ServiceUrl);
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, network.ServiceUrl);
        if (wasFiring is true)
            await stores.Slots.WriteAsync(Orders.Opening(), Token);
        var signal = Orders.Signal(condition, 1) with { WasFiring = wasFiring };

        network.LoseNext(operation);
        var reason = await stores.Slots.RecordAsync(signal, Severity.High, Token);

        network.Lost.ShouldBe(1);
        reason.ShouldBe(DecisionReason.Duplicate);
        var slot = await stores.Slots.ReadAsync(signal.Subject.Fingerprint, Token);
        slot!.Recent.Count(id => id == signal.Id).ShouldBe(1);
        slot.Incident!.Signals.ShouldBe(wasFiring is true ? 2 : 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_answer_to_a_reservation_leaves_it_with_the_caller(bool replaces)
    {
        using var network = new LostAnswers(emulator.ServiceUrl);
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, network.ServiceUrl);
        var reservation = Reacting.Reserve(replaces ? Reacting.Replacing("i-1") : Reacting.Started());

        network.LoseNext("TransactWriteItems");
        var result = await stores.Reactions.ReserveAsync(reservation, Token);

        network.Lost.ShouldBe(1);
        result.ShouldBe(new ReservationResult.Reserved());
        (await stores.Reactions.ReserveAsync(reservation, Token))
            .ShouldBe(new ReservationResult.AlreadyThere(reservation.Record));
    }

    [Fact]
    public async Task A_lost_answer_to_feedback_on_a_mail_ends_as_a_duplicate()
    {
        using var network = new LostAnswers(emulator.ServiceUrl);
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, network.ServiceUrl);
        var row = (await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Orders.Now(0), Orders.Now(1), Token))
            .ShouldBeOfType<ClaimResult.Claimed>().Record;
        var bounce = SampleNotifications.Feedback(row);

        network.LoseNext("UpdateItem");
        var result = await stores.Notifications.AddFeedbackAsync(row.Entry.Incident.Id, row.Entry.Key, bounce, Token);

        network.Lost.ShouldBe(1);
        result.Reason.ShouldBe(FeedbackReason.Duplicate);
        result.Record!.Feedback.ShouldBe([bounce]);
    }

    [Fact]
    public async Task A_lost_answer_to_the_outcome_of_a_reaction_leaves_it_written()
    {
        using var network = new LostAnswers(emulator.ServiceUrl);
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, network.ServiceUrl);
        var started = Reacting.Started();
        await stores.Reactions.ReserveAsync(Reacting.Reserve(started), Token);

        network.LoseNext("PutItem");
        (await stores.Reactions.FinishAsync(started with { Status = ReactionStatus.Done }, Token)).ShouldBeTrue();

        network.Lost.ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_answer_to_a_claim_lets_the_claim_expire_and_sends_nothing_twice()
    {
        using var network = new LostAnswers(emulator.ServiceUrl);
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, network.ServiceUrl);
        var (now, deadline) = (Orders.Now(0), Orders.Now(1));
        // Without a change, so that the claim is the only write.
        var fresh = SampleNotifications.Pending();
        fresh = fresh with { Entry = fresh.Entry with { Change = null } };

        network.LoseNext("UpdateItem");
        (await stores.Notifications.ClaimAsync(fresh, now, deadline, Token)).ShouldBe(new ClaimResult.Held(deadline));

        network.Lost.ShouldBe(1);
        (await stores.Notifications.ClaimAsync(fresh, deadline, deadline.AddMinutes(1), Token))
            .ShouldBeOfType<ClaimResult.Claimed>().Record.Claim.ShouldBe(2);
    }

    [Fact]
    public async Task A_lost_answer_to_a_settling_leaves_the_row_settled()
    {
        using var network = new LostAnswers(emulator.ServiceUrl);
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, network.ServiceUrl);
        var claimed = (await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Orders.Now(0), Orders.Now(1), Token))
            .ShouldBeOfType<ClaimResult.Claimed>().Record;

        network.LoseNext("UpdateItem");
        (await stores.Notifications.SettleAsync(SampleNotifications.Sent(claimed), Token)).ShouldBeTrue();

        network.Lost.ShouldBe(1);
    }
}
