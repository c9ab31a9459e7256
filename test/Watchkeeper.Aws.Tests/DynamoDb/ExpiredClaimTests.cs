using Amazon.DynamoDBv2.Model;
using Shouldly;
using Watchkeeper.Notification;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>Another process may write between the request that reads a row and the one that takes it over.</summary>
public sealed class ExpiredClaimTests(DynamoDbLocalFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_expired_claim_that_is_settled_meanwhile_is_not_taken_over()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var first = (await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Orders.Now(0), Orders.Now(1), Token))
            .ShouldBeOfType<ClaimResult.Claimed>().Record;
        var late = OnceBefore(stores, () => stores.Notifications.SettleAsync(SampleNotifications.Sent(first), Token));

        var result = await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Orders.Now(1), Orders.Now(2), Token);

        (await late()).ShouldBeTrue();
        result.ShouldBeOfType<ClaimResult.Settled>()
            .Record.ShouldBeEquivalent(SampleNotifications.Sent(first) with { HeldUntil = null });
    }

    [Fact]
    public async Task An_expired_claim_that_another_process_takes_over_is_held_by_that_process()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Orders.Now(0), Orders.Now(1), Token);
        var other = OnceBefore(
            stores, () => stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Orders.Now(1), Orders.Now(3), Token));

        var result = await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Orders.Now(1), Orders.Now(2), Token);

        (await other()).ShouldBeOfType<ClaimResult.Claimed>().Record.Claim.ShouldBe(2);
        result.ShouldBe(new ClaimResult.Held(Orders.Now(3)));
    }

    [Fact]
    public async Task An_expired_claim_that_is_lost_again_and_again_is_left_to_the_others()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Orders.Now(0), Orders.Now(1), Token);
        var tries = 0;
        stores.Client.Requesting += request =>
        {
            // The rows of lists are written without a condition.
            if (request is not UpdateItemRequest { ConditionExpression: not null } update)
                return;
            tries++;
            update.ConditionExpression += " AND attribute_exists(never)";
        };

        var result = await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Orders.Now(1), Orders.Now(2), Token);

        result.ShouldBe(new ClaimResult.Held(Orders.Now(2)));
        tries.ShouldBe(100);
    }

    /// <summary>Completes an act before the next update is sent; returns its result.</summary>
    private static Func<Task<TResult>> OnceBefore<TResult>(DynamoDbHarness stores, Func<Task<TResult>> act)
    {
        Task<TResult>? done = null;
        stores.Client.Requesting += request =>
        {
            if (request is not UpdateItemRequest { ConditionExpression: not null } || done is not null)
                return;
            // The request waits here, so no other code of this test runs meanwhile.
            var source = new TaskCompletionSource<TResult>();
            done = source.Task;
            source.SetResult(Task.Run(act).GetAwaiter().GetResult());
        };
        return () => done ?? throw new InvalidOperationException("No update was sent.");
    }
}
