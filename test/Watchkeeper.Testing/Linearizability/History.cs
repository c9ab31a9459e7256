using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Watchkeeper.Testing.Linearizability;

/// <summary>Records the calls that many clients make at once.</summary>
public sealed class History<TRequest, TAnswer>
{
    private readonly ConcurrentQueue<Call<TRequest, TAnswer>> calls = new();
    private int clock;

    /// <summary>The calls, by the time when they were made.</summary>
    public ImmutableArray<Call<TRequest, TAnswer>> Calls => [.. calls.OrderBy(call => call.Asked)];

    /// <summary>Makes a call and returns its answer.</summary>
    public async Task<TAnswer> AskAsync(int client, TRequest request, Func<Task<TAnswer>> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var asked = Interlocked.Increment(ref clock);
        var answer = await send();
        calls.Enqueue(new Call<TRequest, TAnswer>(client, request, answer, asked, Interlocked.Increment(ref clock)));
        return answer;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Calls);
}
