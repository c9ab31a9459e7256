using Watchkeeper.Channels;
using Watchkeeper.DeadLetters;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;

namespace Watchkeeper.Simulation.Bugs;

internal sealed class ChannelThatAcknowledgesFirst(IMessageChannel inner) : IMessageChannel
{
    public ChannelKind Kind => inner.Kind;

    public ChannelPace? Pace => inner.Pace;

    public async Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        await inner.SendAsync(channel, message, deduplicationKey, cancellationToken);
        return new SendResult.Sent("taken for granted");
    }
}

internal sealed class ChannelThatSendsAgain(IMessageChannel inner) : IMessageChannel
{
    public ChannelKind Kind => inner.Kind;

    public ChannelPace? Pace => inner.Pace;

    public async Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        var first = await inner.SendAsync(channel, message, deduplicationKey, cancellationToken);
        return first is SendResult.Sent { MessageId: [.., '0'] }
            ? await inner.SendAsync(channel, message, deduplicationKey, cancellationToken)
            : first;
    }
}

internal sealed class ChannelThatGivesUp(IMessageChannel inner) : IMessageChannel
{
    public ChannelKind Kind => inner.Kind;

    public ChannelPace? Pace => inner.Pace;

    public async Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken) =>
        await inner.SendAsync(channel, message, deduplicationKey, cancellationToken) is SendResult.Retry
            ? new SendResult.GiveUp("")
            : new SendResult.Sent("sent");
}

internal sealed class DeadLettersThatAreLost : IDeadLetters
{
    public Task SendAsync(DeadLetter deadLetter, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A correct reaction ledger; bugs override the method that they get wrong.</summary>
internal abstract class LedgerBug(IReactionLedger inner) : IReactionLedger
{
    protected IReactionLedger Inner => inner;

    public virtual Task<ReservationResult> ReserveAsync(Reservation reservation, CancellationToken cancellationToken) =>
        inner.ReserveAsync(reservation, cancellationToken);

    public Task<bool> RecordAsync(ReactionRecord record, CancellationToken cancellationToken) =>
        inner.RecordAsync(record, cancellationToken);

    public virtual Task<bool> FinishAsync(ReactionRecord record, CancellationToken cancellationToken) =>
        inner.FinishAsync(record, cancellationToken);

    public virtual Task<ReactionRecord?> ReadAsync(string incidentId, string stepName, CancellationToken cancellationToken) =>
        inner.ReadAsync(incidentId, stepName, cancellationToken);
}

internal sealed class LedgerThatForgets(IReactionLedger inner) : LedgerBug(inner)
{
    public override async Task<ReservationResult> ReserveAsync(Reservation reservation, CancellationToken cancellationToken) =>
        await Inner.ReserveAsync(reservation, cancellationToken) is ReservationResult.Refused refused
            ? refused
            : new ReservationResult.Reserved();

    public override Task<ReactionRecord?> ReadAsync(string incidentId, string stepName, CancellationToken cancellationToken) =>
        Task.FromResult<ReactionRecord?>(null);
}

internal sealed class LedgerWithoutGuards(IReactionLedger inner) : LedgerBug(inner)
{
    public override Task<ReservationResult> ReserveAsync(Reservation reservation, CancellationToken cancellationToken) =>
        Inner.ReserveAsync(reservation with { Budget = int.MaxValue, Now = DateTimeOffset.MaxValue }, cancellationToken);
}

internal sealed class LedgerThatNeverFinishes(IReactionLedger inner) : LedgerBug(inner)
{
    public override Task<bool> FinishAsync(ReactionRecord record, CancellationToken cancellationToken) => Task.FromResult(true);
}

internal sealed class ScalingThatRepeats(IScaling inner) : IScaling
{
    public Task<GroupFacts?> FindAsync(ReactionTarget target, CancellationToken cancellationToken) =>
        inner.FindAsync(target, cancellationToken);

    public async Task<PerformResult> PerformAsync(ReactionAction action, CancellationToken cancellationToken) =>
        await inner.PerformAsync(action, cancellationToken) is PerformResult.NoAnswer
            ? await inner.PerformAsync(action, cancellationToken)
            : new PerformResult.Accepted();
}
