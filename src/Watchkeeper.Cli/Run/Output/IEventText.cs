using System.Collections.Immutable;

namespace Watchkeeper.Cli.Run.Output;

/// <summary>One form of what a run says of events.</summary>
internal interface IEventText
{
    /// <summary>What became of each part of an event.</summary>
    void Write(EventFile file, ImmutableArray<EventOutcome> outcomes);

    /// <summary>Effects that no event caused.</summary>
    /// <param name="cause">The scheduled function, or who else.</param>
    /// <param name="time">The run's clock.</param>
    /// <param name="effects">At least one.</param>
    void Write(string cause, DateTimeOffset time, ImmutableArray<EventEffect> effects);
}
