using System.Runtime.CompilerServices;
using Watchkeeper.Notification;

namespace Watchkeeper.Simulation.Bugs;

/// <summary>The send log as it is; mistakes override what they get wrong.</summary>
internal abstract class NoticeBug(INoticeLog inner) : INoticeLog
{
    protected INoticeLog Inner => inner;

    public virtual Task<ClaimResult> ClaimAsync(
        NoticeRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken) =>
        inner.ClaimAsync(fresh, now, heldUntil, cancellationToken);

    public virtual Task<bool> SettleAsync(NoticeRecord record, CancellationToken cancellationToken) =>
        inner.SettleAsync(record, cancellationToken);

    public Task<bool> RecordAsync(NoticeRecord record, CancellationToken cancellationToken) => inner.RecordAsync(record, cancellationToken);

    public virtual Task<FeedbackResult> AddFeedbackAsync(
        string incidentId, string key, Feedback feedback, CancellationToken cancellationToken) =>
        inner.AddFeedbackAsync(incidentId, key, feedback, cancellationToken);

    public virtual IAsyncEnumerable<NoticeRecord> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        inner.ListDueAsync(now, cancellationToken);

    public IAsyncEnumerable<NoticeRecord> ListAsync(string incidentId, CancellationToken cancellationToken) =>
        inner.ListAsync(incidentId, cancellationToken);
}

internal sealed class NoticesThatIgnoreClaims(INoticeLog inner) : NoticeBug(inner)
{
    public override Task<ClaimResult> ClaimAsync(
        NoticeRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken) =>
        Inner.ClaimAsync(fresh, DateTimeOffset.MaxValue, heldUntil, cancellationToken);
}

internal sealed class NoticesThatForgetToSettle(INoticeLog inner) : NoticeBug(inner)
{
    public override Task<bool> SettleAsync(NoticeRecord record, CancellationToken cancellationToken) => Task.FromResult(true);
}

internal sealed class NoticesThatSettleTooMuch(INoticeLog inner) : NoticeBug(inner)
{
    public override Task<bool> SettleAsync(NoticeRecord record, CancellationToken cancellationToken) => Inner.SettleAsync(
        record with
        {
            Deliveries = [.. record.Deliveries.Select(one => one with { Status = DeliveryStatus.Sent, NextAttemptAt = null })],
        },
        cancellationToken);
}

internal sealed class NoticesThatForgetFeedback(INoticeLog inner) : NoticeBug(inner)
{
    public override Task<FeedbackResult> AddFeedbackAsync(
        string incidentId, string key, Feedback feedback, CancellationToken cancellationToken) =>
        Task.FromResult(new FeedbackResult(FeedbackReason.Duplicate, null));
}

internal sealed class NoticesThatAreNeverDue(INoticeLog inner) : NoticeBug(inner)
{
    public override async IAsyncEnumerable<NoticeRecord> ListDueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }
}

internal sealed class NoticesThatAreSettledAtOnce(INoticeLog inner) : NoticeBug(inner)
{
    public override async Task<ClaimResult> ClaimAsync(
        NoticeRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken) =>
        await Inner.ClaimAsync(fresh, now, heldUntil, cancellationToken) is ClaimResult.Claimed { Record.Claim: 1 } claimed
            ? claimed
            : new ClaimResult.Settled(fresh);
}

internal sealed class NoticesThatSwallow(INoticeLog inner) : NoticeBug(inner)
{
    public override async Task<ClaimResult> ClaimAsync(
        NoticeRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken)
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
