using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// The first thing that this machine refused during a run, such as a write to a full disk. No retry mends it, so it ends the work
/// under way at once.
/// </summary>
/// <param name="folder">The data folder.</param>
internal sealed class MachineFault(string folder) : IDisposable
{
    private readonly CancellationTokenSource broken = new();
    private RunException? first;

    /// <summary>Whether an exception is a fault of the machine; the first one ends the work under way.</summary>
    public bool Caused(Exception failure)
    {
        if (FileFault.Of(folder, failure) is not { } fault)
            return false;
        if (Interlocked.CompareExchange(ref first, fault, null) is null)
            broken.Cancel();
        return true;
    }

    /// <summary>Runs work whose own fault of the machine ends all work under way.</summary>
    public async Task<T> WatchAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (Caused(failure))
        {
            throw;
        }
    }

    /// <summary>Runs work that ends with the first fault, whatever the work itself makes of it.</summary>
    /// <exception cref="RunException">The machine refused something.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, broken.Token);
        try
        {
            var result = await work(either.Token);
            return first is null ? result : throw first;
        }
        catch (Exception failure) when (failure != first && (Caused(failure) || first is not null))
        {
            throw first!;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => broken.Dispose();
}
