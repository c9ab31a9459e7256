using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification;

/// <summary>
/// The reaction that an entry's incident will get, as far as the incident alone shows. What the guard rails find in AWS is known
/// only later.
/// </summary>
/// <param name="Reaction">The reaction's name.</param>
/// <param name="Target">The target.</param>
/// <param name="Mode">Whether the reaction is carried out.</param>
/// <param name="Refusal">Why the reaction is refused, if the incident already shows it.</param>
internal sealed record ReactionOutlook(string Reaction, ReactionTarget Target, ReactionMode Mode, ReactionRefusal? Refusal)
{
    /// <summary>The outlook; null if no reaction will be tried.</summary>
    public static ReactionOutlook? For(TimelineEntry entry, ReactionOptions options, Home home)
    {
        var incident = entry.Incident;
        if (options.Mode is ReactionMode.Off
            || entry.Transition is not (Transition.Opened or Transition.Reopened or Transition.MuteEnded)
            || (entry.Transition is Transition.MuteEnded && incident.Status is not IncidentStatus.Open))
        {
            return null;
        }

        foreach (var reaction in ReactionCatalogue.All)
        {
            if (reaction.TargetOf(incident) is { } target)
            {
                var refusal = options.Stopped ? ReactionRefusal.Stopped : ReactionPermission.Foresee(incident, home);
                return new ReactionOutlook(reaction.Name, target, options.Mode, refusal);
            }
        }

        return null;
    }
}
