using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>A scenario; every request in it is a possible point of a kill.</summary>
internal abstract class Scenario
{
    public abstract string Name { get; }

    /// <summary>The function to kill at each of its requests.</summary>
    public abstract string Function { get; }

    /// <summary>Whether each round needs an empty table.</summary>
    public virtual bool NeedsNewLane => false;

    /// <summary>How long a claim of the sweep holds: long enough for a sweep on a busy machine.</summary>
    public virtual TimeSpan HoldOfSweep => Lane.ShortHoldOfSweep;

    /// <summary>Lines that the outcome must contain, besides being the same with and without kills.</summary>
    public abstract IReadOnlyList<string> Expected { get; }

    /// <summary>Creates the scenario's resources before the proxy counts.</summary>
    public virtual Task PrepareAsync(Lane lane, string marker, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Plays the scenario.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="marker">The text that every name of the scenario contains.</param>
    /// <param name="cancellationToken">Cancels the scenario.</param>
    public abstract Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken);
}
