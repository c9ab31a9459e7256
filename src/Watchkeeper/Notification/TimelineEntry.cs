using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Reactions;

namespace Watchkeeper.Notification;

/// <summary>
/// One entry of an incident's timeline: a change of the incident, or the outcome of a reaction. It may cause notifications.
/// </summary>
public sealed record TimelineEntry
{
    /// <summary>
    /// Key within the incident's timeline: <c>T#</c> and the slot's version in ten digits, or <c>N#</c> and the reaction's step, or
    /// <c>N#silence-ending.</c>, the silence's id and its end in seconds.
    /// Every delivery of the same change gives the same key.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The incident right after the change.</summary>
    public required Incident Incident { get; init; }

    /// <summary>The transition; null for a signal that causes none.</summary>
    public Transition? Transition { get; init; }

    /// <summary>When the change was recorded, by our clock. The timeline is in this order.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The change of the incident; null for a reaction and for a silence that is about to end.</summary>
    public IncidentChange? Change { get; init; }

    /// <summary>The reaction that was carried out or planned; null for a change of the incident.</summary>
    public ReactionRecord? Reaction { get; init; }

    /// <summary>The silence that is about to end; null for everything else.</summary>
    public SilenceEnding? Ending { get; init; }
}
