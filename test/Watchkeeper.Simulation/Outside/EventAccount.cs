using Watchkeeper.Functions.Hosting;
using Watchkeeper.Signals;

namespace Watchkeeper.Simulation.Outside;

/// <summary>What an event means, as its source knows; the handlers have to find out by themselves.</summary>
internal enum EventMeaning
{
    /// <summary>The state or act that opens an incident.</summary>
    Firing,

    /// <summary>The state or act that resolves it.</summary>
    Resolved,

    /// <summary>The alarm has no data.</summary>
    NoData,

    /// <summary>The alarm was deleted.</summary>
    Deleted,

    /// <summary>An instance was terminated; its incidents end.</summary>
    Terminated,

    /// <summary>An act that opens an incident only if enough others lie near it.</summary>
    Counted,

    /// <summary>A well-formed event without a signal.</summary>
    Irrelevant,

    /// <summary>A payload that no parser can read.</summary>
    Malformed,
}

/// <summary>One event and its fate.</summary>
internal sealed class EventAccount
{
    /// <summary>Its number in the history.</summary>
    public required int Number { get; init; }

    /// <summary>The envelope's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its subject; events of one subject share a fingerprint.</summary>
    public required string Subject { get; init; }

    /// <summary>The observation; equal for all routes of one state change.</summary>
    public required string Observation { get; init; }

    /// <summary>Orders states of one time; null if this model does not know.</summary>
    public string? ObservationId { get; init; }

    /// <summary>When it happened, by the source's clock.</summary>
    public required DateTimeOffset At { get; init; }

    public required EventMeaning Meaning { get; init; }

    /// <summary>Whether only the newest event of its subject counts.</summary>
    public required bool IsState { get; init; }

    /// <summary>Its severity, if that varies between events of one subject.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Who did it; null for an event without an actor.</summary>
    public string? Actor { get; init; }

    /// <summary>The value of which a threshold counts different ones; null for every other event.</summary>
    public string? Value { get; init; }

    /// <summary>Whether AWS refused it.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The end of a mute rule of the alarm's owner; null if none applies.</summary>
    public DateTimeOffset? MutedUntil { get; init; }

    public required FunctionName Function { get; init; }

    public required byte[] Payload { get; init; }

    /// <summary>Whether the bus has accepted it.</summary>
    public bool IsAccepted { get; set; }

    /// <summary>The number of its deliveries in flight.</summary>
    public int Copies { get; set; }

    /// <summary>Whether its end has been counted.</summary>
    public bool IsCounted { get; set; }

    /// <summary>Its first outcome; null before that.</summary>
    public string? End { get; set; }

    public override string ToString() => FormattableString.Invariant($"e{Number} {Observation}");
}
