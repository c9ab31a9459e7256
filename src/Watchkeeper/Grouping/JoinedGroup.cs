namespace Watchkeeper.Grouping;

/// <summary>What joining a group gave.</summary>
/// <param name="At">When the message is told; not after the time of joining means at once.</param>
/// <param name="IsSetNow">Whether this message set that time for the group, so that nobody else has set a timer for it.</param>
public sealed record JoinedGroup(DateTimeOffset At, bool IsSetNow);
