using Watchkeeper.Simulation.Engine;

namespace Watchkeeper.Simulation.Outside;

/// <summary>The time limit of a client that answers for the service after it.</summary>
internal static class TimeLimit
{
    /// <summary>The limit of the clients for webhooks and for secrets.</summary>
    public static TimeSpan FiveSeconds { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The answer of a call, or another one after the limit.</summary>
    public static async Task<T> WithinAsync<T>(
        Agenda agenda, Func<CancellationToken, Task<T>> call, Func<T> late, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var isOver = false;
        agenda.In(FiveSeconds, () =>
        {
            if (!isOver)
                limit.Cancel();
        });
        try
        {
            return await call(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return late();
        }
        finally
        {
            isOver = true;
        }
    }
}
