using Watchkeeper.Configuration;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Suppressing;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification.Planning;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>
/// Announces silences that are about to end while what they keep quiet fires. The messages are recorded before the silence says
/// that it was announced: a process that dies in between announces again, mostly under the same key, and is never silent.
/// </summary>
/// <param name="silences">The silences.</param>
/// <param name="notifier">Sends the messages.</param>
/// <param name="configuration">The configuration in force.</param>
internal sealed class SilenceEnds(SilencesInForce silences, Notifier notifier, WatchkeeperConfiguration configuration)
{
    /// <summary>Announces what is due.</summary>
    /// <returns>What was tried to send.</returns>
    /// <param name="active">The active incidents.</param>
    /// <param name="now">The time.</param>
    /// <param name="deadline">The time by which this process has certainly ended.</param>
    /// <param name="cancellationToken">Cancels the sends.</param>
    public async Task<IReadOnlyList<NotifyResult.Tried>> AnnounceAsync(
        IReadOnlyCollection<Incident> active, DateTimeOffset now, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (active.Count == 0)
            return [];
        var current = await silences.CurrentAsync(cancellationToken);
        var view = new SuppressionView(configuration.Quiet, configuration.Services, current, active.Select(Firing.From), now);
        var ending = view.Ending(configuration.Silences.Announce).ToList();
        if (ending.Count == 0)
            return [];
        var notice = SilenceEndPlan.Create(ending, active, configuration, view);
        var tried = new List<NotifyResult.Tried>();
        foreach (var row in notice.Rows)
        {
            if (await notifier.TellAsync(row, deadline, cancellationToken) is NotifyResult.Tried { Deliveries.IsEmpty: false } sent)
                tried.Add(sent);
        }

        foreach (var silence in notice.Announced)
            await silences.NoteAnnouncedAsync(silence, cancellationToken);
        return tried;
    }
}
