using Watchkeeper.DeadLetters;

namespace Watchkeeper.Functions.Tests.Schedules;

/// <summary>Dead letters in memory; with <paramref name="trouble"/> none can be kept.</summary>
internal sealed class KeptLetters(Exception? trouble = null) : IDeadLetters
{
    public List<DeadLetter> All { get; } = [];

    public Task SendAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        if (trouble is not null)
            throw trouble;
        All.Add(letter);
        return Task.CompletedTask;
    }
}
