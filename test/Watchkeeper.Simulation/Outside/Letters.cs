using Watchkeeper.DeadLetters;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>The dead-letter queue.</summary>
internal sealed class Letters(World world)
{
    public int Count { get; private set; }

    public bool Keep(DeadLetter letter)
    {
        Count++;
        world.Accounts.Kept(letter);
        return true;
    }
}

/// <summary>The dead-letter queue over a process's boundary.</summary>
internal sealed class LetterPort(Letters letters, IBoundary boundary) : IDeadLetters
{
    public Task SendAsync(DeadLetter letter, CancellationToken cancellationToken) =>
        boundary.CallAsync("letters.send", letter.Path, () => letters.Keep(letter), null, cancellationToken);
}
