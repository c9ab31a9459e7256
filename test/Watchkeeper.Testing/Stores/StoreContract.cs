using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>What every contract of the stores begins with. A test project runs a contract by deriving from it.</summary>
public abstract class StoreContract
{
    /// <summary>Ends what the running test waits for.</summary>
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Stores with nothing in them.</summary>
    protected abstract Task<StoreHarness> OpenAsync();

    /// <summary>Runs a task many times at once, each on a thread of its own as far as there are any.</summary>
    protected static Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> run) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(() => run(number), Token)));
}
