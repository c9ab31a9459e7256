using System.Globalization;
using Watchkeeper.Signals;

namespace Watchkeeper.Recounting;

/// <summary>Watchkeeper's own incident about events whose end cannot be found: one for each day.</summary>
public static class LeakIncident
{
    /// <summary>The signal; null if nothing leaked. The same leaks give the same signal.</summary>
    /// <param name="recount">The count.</param>
    /// <param name="home">Where Watchkeeper runs.</param>
    /// <param name="now">When it was found.</param>
    public static Signal? Found(Recount recount, Home home, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(recount);
        ArgumentNullException.ThrowIfNull(home);
        if (recount.Leaks == 0)
            return null;
        var date = recount.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var fingerprint = new Fingerprint($"watchkeeper/recount/{home.Account}/{home.Region}/{date}");
        // What is found once more at noon, from the other end, is no news.
        var named = string.Join(' ', recount.Named.Select(leak => leak.EventId).Order(StringComparer.Ordinal));
        var id = StableHash.Compute(
            fingerprint.Text, recount.Part.ToString(), recount.Leaks.ToString(CultureInfo.InvariantCulture), named);
        return new Signal
        {
            Id = id,
            EventId = id,
            OccurredAt = now,
            Condition = SignalCondition.Firing,
            // Each part of the day says something of its own, and nothing says that it is over.
            Nature = SignalNature.Event,
            Subject = SubjectLimits.Bound(new Subject
            {
                Fingerprint = fingerprint,
                Source = SignalSource.Watchkeeper,
                Kind = SignalKind.LostEvents,
                Name = "lost-events",
                Title = $"Events of {date} whose end cannot be found",
                Account = home.Account,
                Region = home.Region,
                Labels = LabelSet.Empty,
            }),
            Reason = Reason(recount),
        };
    }

    private static string Reason(Recount recount)
    {
        var named = recount.Named.Select(leak => leak.Incident is null
            ? $"event {leak.EventId}: {leak.What}"
            : $"event {leak.EventId} of {leak.Incident}: {leak.What}");
        var further = recount.Leaks - recount.Named.Length;
        return string.Create(CultureInfo.InvariantCulture, $"{recount.Leaks} of {recount.Numbers}; {string.Join("; ", named)}")
            + (further > 0 ? string.Create(CultureInfo.InvariantCulture, $"; and {further} more") : "");
    }
}
