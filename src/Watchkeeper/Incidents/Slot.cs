using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>
/// All that deciding about one fingerprint needs, in one item that one conditional write can change. It outlives its incident:
/// a resolved one waits here for the reopen window, and «all is well» is remembered for late signals.
/// </summary>
public sealed record Slot
{
    /// <summary>What it is the slot of.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>1 when first written, and one more with every change.</summary>
    public required long Version { get; init; }

    /// <summary>
    /// The newest time that a signal told of, other than «cannot say»; <see cref="DateTimeOffset.MinValue"/> where none has yet.
    /// </summary>
    public required DateTimeOffset NewestAt { get; init; }

    /// <summary>The id of the signal that told of it; of two with one time the greater id wins, on every machine alike. Empty where none has yet.</summary>
    public required string NewestId { get; init; }

    /// <summary>Ids of the signals recorded last, by which a duplicate delivery is known.</summary>
    public required RecentSignalIds Recent { get; init; }

    /// <summary>The episode that lasts, or the last one; null where all has been well.</summary>
    public Incident? Incident { get; init; }

    /// <summary>The change that made this version.</summary>
    public required IncidentChange Last { get; init; }

    /// <summary>The incident while it lasts, null otherwise.</summary>
    public Incident? Active => Incident is { IsActive: true } ? Incident : null;
}
