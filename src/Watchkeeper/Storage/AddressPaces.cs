using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Routing;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// The pace of every address, as one row each, shared by all processes. A message to an idle address costs one write and no read.
/// </summary>
/// <param name="table">The table.</param>
public sealed class AddressPaces(IRowTable table)
{
    // Each refusal is another process's turn at this address.
    private const int MaxRefusals = 20;

    // Longer than anything waits.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    private static readonly TimeSpan WhenCrowded = TimeSpan.FromSeconds(10);

    /// <summary>Takes the turn of one more message.</summary>
    /// <param name="channel">The channel; its address as the configuration has it, a reference or an address.</param>
    /// <param name="pace">What the address takes.</param>
    /// <param name="hasTurn">Whether the message waited for its turn, which has come.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<Turn> TakeAsync(
        Channel channel, ChannelPace pace, bool hasTurn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = hasTurn ? await table.ReadAsync(Keys.Pace(channel), cancellationToken) : null;
        if (hasTurn && PaceItem.Read(current).Resume(now) is { } turn)
            return turn;
        var guard = hasTurn ? PaceItem.Holds(current) : PaceItem.IsIdle(now);
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
        {
            var (after, taken) = PaceItem.Read(current).Take(pace, now);
            if (await WriteAsync(channel, after, guard, now, cancellationToken) is not RowRefused refused)
                return taken;
            current = refused.Current;
            guard = PaceItem.Holds(current);
        }

        return new Turn(now + WhenCrowded, false, "many others to the same address come at once");
    }

    /// <summary>Records how a message to the address went, where that changes when the next one may go.</summary>
    public async Task ReportAsync(
        Channel channel, Turn turn, SendResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (result is not SendResult.Retry && !turn.IsAfterFailure)
            return;
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
        {
            var current = await table.ReadAsync(Keys.Pace(channel), cancellationToken);
            var before = PaceItem.Read(current);
            var after = result is SendResult.Retry retry ? before.Fail(now, retry) : before.Succeed();
            if (after == before
                || await WriteAsync(channel, after, PaceItem.Holds(current), now, cancellationToken) is RowWritten)
            {
                return;
            }
        }
    }

    private Task<RowWriteResult> WriteAsync(
        Channel channel, AddressPace pace, RowGuard guard, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var end = (pace.NextAt > now ? pace.NextAt : now) + Retention;
        return table.WriteAsync(PaceItem.Write(channel, pace, end, guard), cancellationToken);
    }
}
