using System.Collections.Immutable;

namespace Watchkeeper.Cli.Run;

/// <summary>Shows the progress of a run.</summary>
internal interface IRunOutput
{
    /// <summary>The run begins.</summary>
    void Begin(RunStart start);

    /// <summary>The events that follow belong together.</summary>
    void Announce(string what);

    /// <summary>The run has processed one event completely.</summary>
    void Show(EventFile file, ImmutableArray<EventOutcome> outcomes);

    /// <summary>Shows effects that no event caused: of a scheduled function, or of what people did in other processes.</summary>
    /// <param name="function">The scheduled function; null for people.</param>
    /// <param name="time">The run's clock.</param>
    /// <param name="effects">The effects; may be empty.</param>
    void Show(string? function, DateTimeOffset time, ImmutableArray<EventEffect> effects);

    /// <summary>No work is left.</summary>
    void End(RunSummary summary);
}
