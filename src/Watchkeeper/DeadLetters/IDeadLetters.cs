using Watchkeeper.Text;

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
/// <param name="Function">The function that rejected the event, by its name in the template.</param>
/// <param name="Rejection">Why the event was rejected.</param>
/// <param name="Payload">The event, byte for byte.</param>
/// <param name="At">When the event was rejected.</param>
public sealed record DeadLetter(string Function, Rejection Rejection, ReadOnlyMemory<byte> Payload, DateTimeOffset At);
