namespace Watchkeeper.Cli.Wiring;

/// <summary>The event source mapping that feeds a function with the messages of a queue.</summary>
internal sealed record QueueMapping
{
    public required string Function { get; init; }

    /// <summary>The logical id of the queue.</summary>
    public required string Queue { get; init; }

    /// <summary>The maximum number of messages in one invocation. Lambda's default is 10.</summary>
    public required int BatchSize { get; init; }
}
