namespace Watchkeeper.Simulation.Engine;

/// <summary>What is to happen, by simulated time and, at one time, in the order in which it was planned.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, Moment> queue = new(Comparer<Moment>.Create(static (one, other) =>
        one.Ticks != other.Ticks ? one.Ticks.CompareTo(other.Ticks) : one.Number.CompareTo(other.Number)));
    private long planned;

    public DateTimeOffset Now { get; private set; } = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    public bool IsEmpty => queue.Count == 0;

    public void At(DateTimeOffset time, Action happening) =>
        queue.Enqueue(happening, new Moment(Math.Max(time.UtcTicks, Now.UtcTicks), planned++));

    public void In(TimeSpan wait, Action happening) => At(Now + wait, happening);

    /// <summary>The time of what comes next; null where nothing does.</summary>
    public DateTimeOffset? NextAt =>
        queue.TryPeek(out _, out var moment) ? new DateTimeOffset(moment.Ticks, TimeSpan.Zero) : null;

    /// <summary>Goes on to what comes next, and does it.</summary>
    public void Step()
    {
        queue.TryDequeue(out var happening, out var moment);
        Now = new DateTimeOffset(moment.Ticks, TimeSpan.Zero);
        happening!();
    }

    private readonly record struct Moment(long Ticks, long Number);
}
