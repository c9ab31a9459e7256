using Watchkeeper.Muting;
using Watchkeeper.Notification;

namespace Watchkeeper.Cli.Run;

/// <summary>When a run has to look at what silences and windows keep back, as the schedule of an installation does each minute.</summary>
internal sealed class QuietEnds
{
    private readonly SortedSet<DateTimeOffset> times = [];
    private DateTimeOffset looked;

    /// <summary>The next time at which nobody has looked; null if nothing is kept back until a known time.</summary>
    public DateTimeOffset? Next => times.Count == 0 ? null : times.Min;

    /// <summary>Adds what keeps messages of a row back: its end, and the time when the end of a silence is announced.</summary>
    public void Add(NotificationRecord record)
    {
        foreach (var suppression in record.Deliveries.Where(delivery => delivery.IsHeld).Select(delivery => delivery.Suppression))
        {
            if (suppression is not { IsForOthers: false, Until: { } end })
                continue;
            Add(end);
            if (suppression.Kind is SuppressionKind.Silence)
                Add(end - SilenceLimits.None.Announce);
        }
    }

    /// <summary>Somebody looks.</summary>
    /// <param name="now">The time: what is later is left.</param>
    public void Look(DateTimeOffset now)
    {
        looked = now;
        times.RemoveWhere(time => time <= now);
    }

    private void Add(DateTimeOffset time)
    {
        if (time > looked)
            times.Add(time);
    }
}
