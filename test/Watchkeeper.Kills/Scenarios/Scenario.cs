using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>A story whose every step is a place to kill at.</summary>
internal abstract class Scenario
{
    public abstract string Name { get; }

    /// <summary>The function that is killed when its steps are gone through one by one.</summary>
    public abstract string Function { get; }

    /// <summary>Whether each round needs a table that nobody has written to.</summary>
    public virtual bool NeedsNewLane => false;

    /// <summary>What the end must look like besides being the same with and without kills: some lines of it.</summary>
    public abstract IReadOnlyList<string> Expected { get; }

    /// <summary>Makes what the story is about, before the proxy counts.</summary>
    public virtual Task PrepareAsync(Lane lane, string marker, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Plays it.</summary>
    /// <param name="lane">Where.</param>
    /// <param name="marker">Stands in the names of all that the story makes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public abstract Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken);
}
