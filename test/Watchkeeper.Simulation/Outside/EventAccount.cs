using Watchkeeper.Functions.Hosting;
using Watchkeeper.Signals;

namespace Watchkeeper.Simulation.Outside;

/// <summary>What an event says, as whoever sent it knows; the handlers have to find out by themselves.</summary>
internal enum EventMeaning
{
    /// <summary>Trouble.</summary>
    Firing,

    /// <summary>All is well.</summary>
    Resolved,

    /// <summary>Cannot say.</summary>
    NoData,

    /// <summary>The alarm is no more.</summary>
    Deleted,

    /// <summary>An instance is no more; what is about it ends.</summary>
    Terminated,

    /// <summary>Nothing to act on.</summary>
    Irrelevant,

    /// <summary>No event at all.</summary>
    Malformed,
}

/// <summary>One event, from its source to its end.</summary>
internal sealed class EventAccount
{
    /// <summary>Its place among the events of the history.</summary>
    public required int Number { get; init; }

    /// <summary>The envelope's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about; events about one thing belong to one fingerprint.</summary>
    public required string Subject { get; init; }

    /// <summary>The observation itself; equal for the ways by which one state change comes.</summary>
    public required string Observation { get; init; }

    /// <summary>What orders states of one time; null where this model does not know.</summary>
    public string? ObservationId { get; init; }

    /// <summary>When it happened, by the source.</summary>
    public required DateTimeOffset At { get; init; }

    public required EventMeaning Meaning { get; init; }

    /// <summary>Whether only the newest of its subject counts.</summary>
    public required bool IsState { get; init; }

    /// <summary>How bad it is, where that can change from one event of its subject to the next.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Who did it; null for all that nobody does.</summary>
    public string? Actor { get; init; }

    /// <summary>Whether AWS refused it.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Until when a mute rule of the alarm's owner holds; null where none does.</summary>
    public DateTimeOffset? MutedUntil { get; init; }

    public required FunctionName Function { get; init; }

    public required byte[] Payload { get; init; }

    /// <summary>Whether the bus has taken it.</summary>
    public bool IsAccepted { get; set; }

    /// <summary>How many deliveries of it are under way.</summary>
    public int Copies { get; set; }

    /// <summary>Whether its end has been counted.</summary>
    public bool IsCounted { get; set; }

    /// <summary>How it ended first; null while it has not.</summary>
    public string? End { get; set; }

    public override string ToString() => FormattableString.Invariant($"e{Number} {Observation}");
}
