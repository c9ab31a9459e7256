using Watchkeeper.DeadLetters;

namespace Watchkeeper.Functions.Tests.Schedules;

/// <summary>Stores dead letters in memory; with <paramref name="error"/> it stores none and throws.</summary>
internal sealed class InMemoryDeadLetters(Exception? error = null) : IDeadLetters
{
    public List<DeadLetter> All { get; } = [];

    public Task SendAsync(DeadLetter deadLetter, CancellationToken cancellationToken)
    {
        if (error is not null)
            throw error;
        All.Add(deadLetter);
        return Task.CompletedTask;
    }
}
