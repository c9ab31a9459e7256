using Watchkeeper.Grouping;
using Watchkeeper.Routing;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// When each group was told and is told next, as one row each, shared by all processes. A message that joins a group which waits
/// already costs one read and no write.
/// </summary>
/// <param name="table">The table.</param>
public sealed class GroupStore(IRowTable table)
{
    // Each refusal is another process's message of the same group.
    private const int MaxRefusals = 20;

    // Longer than any interval between two messages that people set.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(2);

    /// <summary>Adds a message to its group.</summary>
    /// <returns>When it is told, and whether this message has set that time.</returns>
    /// <param name="group">The group.</param>
    /// <param name="message">What tells the message from all others; not empty.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BusyRowsException">Other processes kept writing the row.</exception>
    public Task<JoinedGroup> JoinAsync(
        MessageGroup group, string message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        return ChangeAsync(group, state => state.Join(message, group.Settings, now), now, cancellationToken);
    }

    /// <summary>Adds a message to those of its address.</summary>
    /// <returns>When it is told, and whether this message has set that time.</returns>
    /// <param name="address">What waits for the address.</param>
    /// <param name="cap">The address's cap.</param>
    /// <param name="isUrgent">Whether the message is of a critical incident that begins.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BusyRowsException">Other processes kept writing the row.</exception>
    public Task<JoinedGroup> PassAsync(
        MessageGroup address, StormCap cap, bool isUrgent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        return ChangeAsync(address, state => state.Pass(cap, isUrgent, now), now, cancellationToken);
    }

    /// <summary>Sets when what waits in a group is told, if nobody has.</summary>
    /// <returns>When it is told, and whether this call has set that time.</returns>
    /// <param name="group">The group.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BusyRowsException">Other processes kept writing the row.</exception>
    public Task<JoinedGroup> RejoinAsync(MessageGroup group, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        return ChangeAsync(group, state => group.Cap is { } cap ? state.Await(cap, now) : state.Rejoin(group.Settings, now), now, cancellationToken);
    }

    /// <summary>Whether it is set when what waits in a group is told.</summary>
    /// <param name="group">The group's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<bool> IsSetAsync(string group, CancellationToken cancellationToken) =>
        GroupStateItem.Read(await table.ReadAsync(Keys.MessageGroup(group), cancellationToken)).NextAt is not null;

    /// <summary>Takes the right to tell of a group what waits; null if nothing is due, or another process may be doing so.</summary>
    /// <param name="group">The group.</param>
    /// <param name="now">The time.</param>
    /// <param name="until">When this process has certainly ended.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<GroupState?> TakeAsync(
        MessageGroup group, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        var current = await table.ReadAsync(Keys.MessageGroup(group.Id), cancellationToken);
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
        {
            if (GroupStateItem.Read(current).Take(now, until, group.Cap) is not { } taken)
                return null;
            if (await WriteAsync(group.Id, taken, current, now, cancellationToken) is not RowRefused refused)
                return taken;
            current = refused.Current;
        }

        return null;
    }

    /// <summary>Records that a group was told. Changes nothing if another process has taken it since.</summary>
    /// <param name="group">The group's id.</param>
    /// <param name="taken">What <see cref="TakeAsync"/> returned.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task EndAsync(string group, GroupState taken, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var (state, guard) = (taken, GroupStateItem.Holds(group, taken));
        // What goes at once meanwhile is counted in the row too.
        for (var refusals = 0; refusals < MaxRefusals && state.HeldUntil == taken.HeldUntil; refusals++)
        {
            var write = GroupStateItem.Write(group, state.Told(now), now + Retention, guard);
            if (await table.WriteAsync(write, cancellationToken) is not RowRefused refused)
                return;
            (state, guard) = (GroupStateItem.Read(refused.Current), GroupStateItem.Holds(refused.Current));
        }
    }

    private async Task<JoinedGroup> ChangeAsync(
        MessageGroup group, Func<GroupState, (GroupState After, DateTimeOffset At)> change, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var current = await table.ReadAsync(Keys.MessageGroup(group.Id), cancellationToken);
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
        {
            var state = GroupStateItem.Read(current);
            var (after, at) = change(state);
            if (after == state)
                return new JoinedGroup(at, IsSetNow: false);
            if (await WriteAsync(group.Id, after, current, now, cancellationToken) is not RowRefused refused)
                return new JoinedGroup(at, after.NextAt == at);
            current = refused.Current;
        }

        throw new BusyRowsException($"the row of a group was busy {MaxRefusals} times");
    }

    private Task<RowWriteResult> WriteAsync(
        string group, GroupState state, Row? current, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var end = (state.NextAt > now ? state.NextAt.Value : now) + Retention;
        return table.WriteAsync(GroupStateItem.Write(group, state, end, GroupStateItem.Holds(current)), cancellationToken);
    }
}
