using System.Collections.Immutable;

namespace Watchkeeper.Cli.Run;

/// <summary>An event that came by HTTP, and whose sender waits for its outcome.</summary>
internal sealed class Arrival(EventFile file)
{
    private readonly TaskCompletionSource<ImmutableArray<EventOutcome>> outcomes =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EventFile File => file;

    /// <summary>What became of each part of the event.</summary>
    public Task<ImmutableArray<EventOutcome>> Outcomes => outcomes.Task;

    /// <summary>Answers the sender.</summary>
    public void Answer(ImmutableArray<EventOutcome> became) => outcomes.TrySetResult(became);
}

/// <summary>The answer to an event that was fed.</summary>
/// <param name="Results">One for each part of the event, as <c>--output json</c> prints it.</param>
internal sealed record InboxAnswer(ImmutableArray<EventOutcome> Results);

/// <summary>The answer to a request that was refused.</summary>
/// <param name="Error">Why, and what to do.</param>
internal sealed record InboxRefusal(string Error);
