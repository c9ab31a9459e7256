namespace Watchkeeper.DeadLetters;

/// <summary>Stores dead letters: events that were rejected.</summary>
public interface IDeadLetters
{
    /// <summary>
    /// Stores a dead letter. Throws on failure: the invocation then fails, and AWS's own retry and queue take over.
    /// </summary>
    Task SendAsync(DeadLetter deadLetter, CancellationToken cancellationToken);
}

/// <summary>A rejected event with the reason.</summary>
public sealed record DeadLetter
{
    /// <summary>The function that rejected the event, by its name in the template.</summary>
    public required string Function { get; init; }

    /// <summary>The event, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>JSON path of the error.</summary>
    public required string Path { get; init; }

    /// <summary>What is wrong there.</summary>
    public required string Reason { get; init; }

    /// <summary>When the event was rejected.</summary>
    public required DateTimeOffset At { get; init; }
}
