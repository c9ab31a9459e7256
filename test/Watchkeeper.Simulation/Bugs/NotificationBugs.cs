using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;

namespace Watchkeeper.Simulation.Bugs;

/// <summary>A correct notification log; bugs override the method that they get wrong.</summary>
internal abstract class NotificationLogBug(INotificationLog inner) : INotificationLog
{
    protected INotificationLog Inner => inner;

    public virtual Task<ClaimResult> ClaimAsync(
        NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken) =>
        inner.ClaimAsync(fresh, now, heldUntil, cancellationToken);

    public virtual Task<bool> SettleAsync(NotificationRecord record, CancellationToken cancellationToken) =>
        inner.SettleAsync(record, cancellationToken);

    public Task<bool> RecordAsync(NotificationRecord record, CancellationToken cancellationToken) =>
        inner.RecordAsync(record, cancellationToken);

    public virtual Task<FeedbackResult> AddFeedbackAsync(
        string incidentId, string key, Feedback feedback, CancellationToken cancellationToken) =>
        inner.AddFeedbackAsync(incidentId, key, feedback, cancellationToken);

    public virtual IAsyncEnumerable<NotificationRecord> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        inner.ListDueAsync(now, cancellationToken);

    public Task<ImmutableArray<string>> MendAsync(
        Slot slot, bool isDelivered, DateTimeOffset now, CancellationToken cancellationToken) =>
        inner.MendAsync(slot, isDelivered, now, cancellationToken);

    public virtual IAsyncEnumerable<NotificationRecord> ListFirstAsync(string incidentId, CancellationToken cancellationToken) =>
        inner.ListFirstAsync(incidentId, cancellationToken);

    public IAsyncEnumerable<NotificationRecord> ListAsync(string incidentId, CancellationToken cancellationToken) =>
        inner.ListAsync(incidentId, cancellationToken);
}

internal sealed class NotificationsThatIgnoreClaims(INotificationLog inner) : NotificationLogBug(inner)
{
    public override Task<ClaimResult> ClaimAsync(
        NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken) =>
        Inner.ClaimAsync(fresh, DateTimeOffset.MaxValue, heldUntil, cancellationToken);
}

internal sealed class NotificationsThatForgetToSettle(INotificationLog inner) : NotificationLogBug(inner)
{
    public override Task<bool> SettleAsync(NotificationRecord record, CancellationToken cancellationToken) =>
        Task.FromResult(true);
}

internal sealed class NotificationsThatSettleTooMuch(INotificationLog inner) : NotificationLogBug(inner)
{
    public override Task<bool> SettleAsync(NotificationRecord record, CancellationToken cancellationToken) => Inner.SettleAsync(
        record with
        {
            Deliveries = [.. record.Deliveries.Select(one => one with { Status = DeliveryStatus.Sent, NextAttemptAt = null })],
        },
        cancellationToken);
}

internal sealed class NotificationsThatForgetFeedback(INotificationLog inner) : NotificationLogBug(inner)
{
    public override Task<FeedbackResult> AddFeedbackAsync(
        string incidentId, string key, Feedback feedback, CancellationToken cancellationToken) =>
        Task.FromResult(new FeedbackResult(FeedbackReason.Duplicate, null));
}

internal sealed class NotificationsThatAreNeverDue(INotificationLog inner) : NotificationLogBug(inner)
{
    public override async IAsyncEnumerable<NotificationRecord> ListDueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }
}

internal sealed class NotificationsThatAreSettledAtOnce(INotificationLog inner) : NotificationLogBug(inner)
{
    public override async Task<ClaimResult> ClaimAsync(
        NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken) =>
        await Inner.ClaimAsync(fresh, now, heldUntil, cancellationToken) is ClaimResult.Claimed { Record.Claim: 1 } claimed
            ? claimed
            : new ClaimResult.Settled(fresh);
}

internal sealed class NotificationsThatSwallow(INotificationLog inner) : NotificationLogBug(inner)
{
    public override async Task<ClaimResult> ClaimAsync(
        NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken)
    {
        try
        {
            return await Inner.ClaimAsync(fresh, now, heldUntil, cancellationToken);
        }
        catch (TimeoutException)
        {
            return new ClaimResult.Settled(fresh);
        }
    }
}

internal sealed class NotificationsThatForgetTheFirst(INotificationLog inner) : NotificationLogBug(inner)
{
    public override async IAsyncEnumerable<NotificationRecord> ListFirstAsync(
        string incidentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }
}
