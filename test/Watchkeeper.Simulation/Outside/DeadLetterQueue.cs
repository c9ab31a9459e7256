using Watchkeeper.DeadLetters;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>The dead-letter queue.</summary>
internal sealed class KeptDeadLetters(World world)
{
    public int Count { get; private set; }

    public bool Keep(DeadLetter deadLetter)
    {
        Count++;
        world.Accounts.Kept(deadLetter);
        return true;
    }
}

/// <summary>The dead-letter queue over a process's boundary.</summary>
internal sealed class DeadLetterPort(KeptDeadLetters deadLetters, IBoundary boundary) : IDeadLetters
{
    public Task SendAsync(DeadLetter deadLetter, CancellationToken cancellationToken) =>
        boundary.CallAsync(
            "letters.send", deadLetter.Rejection.Path, () => deadLetters.Keep(deadLetter), null, cancellationToken);
}
