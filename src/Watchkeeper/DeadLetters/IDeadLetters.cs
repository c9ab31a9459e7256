namespace Watchkeeper.DeadLetters;

/// <summary>Where events go that cannot be understood.</summary>
public interface IDeadLetters
{
    /// <summary>Keeps a letter. Throws where it cannot: the invocation then fails, and AWS's own retry and queue take over.</summary>
    Task SendAsync(DeadLetter letter, CancellationToken cancellationToken);
}

/// <summary>An event that could not be understood, and why.</summary>
public sealed record DeadLetter
{
    /// <summary>The function that met it, by its name in the template.</summary>
    public required string Function { get; init; }

    /// <summary>The event, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>JSON path of the trouble.</summary>
    public required string Path { get; init; }

    /// <summary>What is wrong there.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was met.</summary>
    public required DateTimeOffset At { get; init; }
}
