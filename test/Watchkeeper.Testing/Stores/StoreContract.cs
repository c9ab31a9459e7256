using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The base of every store contract. A test project runs a contract by deriving from it.</summary>
public abstract class StoreContract
{
    /// <summary>Cancels the waits of the running test.</summary>
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens empty stores.</summary>
    protected abstract Task<StoreHarness> OpenAsync();

    /// <summary>Runs a task many times at once, each on a thread of its own if there are enough.</summary>
    protected static Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> run) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(() => run(number), Token)));
}
