using Watchkeeper.DeadLetters;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>The dead-letter queue.</summary>
internal sealed class DeadLetterQueue(World world)
{
    public int Count { get; private set; }

    public bool Add(DeadLetter deadLetter)
    {
        Count++;
        world.Accounts.DeadLettered(deadLetter);
        return true;
    }
}

/// <summary>The dead-letter queue across a process's boundary.</summary>
internal sealed class BoundaryDeadLetters(DeadLetterQueue deadLetters, IBoundary boundary) : IDeadLetters
{
    public Task SendAsync(DeadLetter deadLetter, CancellationToken cancellationToken) =>
        boundary.CallAsync(
            "letters.send", deadLetter.Rejection.Path, () => deadLetters.Add(deadLetter), null, cancellationToken);
}
