using Watchkeeper.Incidents;
using Watchkeeper.Reactions;

namespace Watchkeeper.Notification;

/// <summary>One thing to put on an incident's timeline and perhaps to tell people: a change of the incident, or what a reaction did.</summary>
public sealed record TimelineEntry
{
    /// <summary>
    /// Its place in the incident's timeline: <c>T#</c> and the slot's version in ten digits, or <c>N#</c> and the reaction's step. One
    /// change has one key however often it is delivered.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The incident as it was right after the change.</summary>
    public required Incident Incident { get; init; }

    /// <summary>What changed; null where it is only one more signal.</summary>
    public Transition? Transition { get; init; }

    /// <summary>When it was recorded, by our clock; the timeline is in this order.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The change of the incident; null for what a reaction did.</summary>
    public IncidentChange? Change { get; init; }

    /// <summary>What a reaction did or would have done; null for changes of the incident itself.</summary>
    public ReactionRecord? Reaction { get; init; }
}
