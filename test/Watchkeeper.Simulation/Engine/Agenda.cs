namespace Watchkeeper.Simulation.Engine;

/// <summary>The planned actions, ordered by simulated time and, at equal times, by the order of planning.</summary>
internal sealed class Agenda(DateTimeOffset begin)
{
    /// <summary>When most histories begin.</summary>
    public static readonly DateTimeOffset UsualBegin = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<Action, Moment> queue = new(Comparer<Moment>.Create(static (one, other) =>
        one.Ticks != other.Ticks ? one.Ticks.CompareTo(other.Ticks) : one.Number.CompareTo(other.Number)));
    private long planned;

    public Agenda()
        : this(UsualBegin)
    {
    }

    public DateTimeOffset Now { get; private set; } = begin;

    public bool IsEmpty => queue.Count == 0;

    public void At(DateTimeOffset time, Action happening) =>
        queue.Enqueue(happening, new Moment(Math.Max(time.UtcTicks, Now.UtcTicks), planned++));

    public void In(TimeSpan wait, Action happening) => At(Now + wait, happening);

    /// <summary>The time of the next action; null if there is none.</summary>
    public DateTimeOffset? NextAt =>
        queue.TryPeek(out _, out var moment) ? new DateTimeOffset(moment.Ticks, TimeSpan.Zero) : null;

    /// <summary>Advances to the next action and runs it.</summary>
    public void Step()
    {
        queue.TryDequeue(out var happening, out var moment);
        Now = new DateTimeOffset(moment.Ticks, TimeSpan.Zero);
        happening!();
    }

    private readonly record struct Moment(long Ticks, long Number);
}
