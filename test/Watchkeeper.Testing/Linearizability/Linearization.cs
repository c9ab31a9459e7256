using System.Collections.Immutable;

namespace Watchkeeper.Testing.Linearizability;

/// <summary>The sequential model of a store: from its state and a request to the next state and the answer.</summary>
public delegate (TState State, TAnswer Answer) SequentialModel<TState, in TRequest, TAnswer>(TState state, TRequest request);

/// <summary>
/// Whether concurrent calls have an order, each at a moment between its request and its answer, in which a sequential model gives
/// the same answers (J. Wing, C. Gong: «Testing and Verifying Concurrent Objects», 1993).
/// </summary>
public static class Linearization
{
    /// <summary>Searches for such an order.</summary>
    public static bool Exists<TState, TRequest, TAnswer>(
        IEnumerable<Call<TRequest, TAnswer>> calls, TState empty, SequentialModel<TState, TRequest, TAnswer> model)
    {
        var clients = calls.GroupBy(call => call.Client).Select(ImmutableStack<Call<TRequest, TAnswer>> (made) =>
            [.. made.OrderByDescending(call => call.Asked)]);
        return Search([.. clients], empty, model);
    }

    private static bool Search<TState, TRequest, TAnswer>(
        ImmutableArray<ImmutableStack<Call<TRequest, TAnswer>>> left,
        TState state,
        SequentialModel<TState, TRequest, TAnswer> model)
    {
        if (left.IsEmpty)
            return true;
        // A call made after another call's answer cannot precede it.
        var firstAnswer = left.Min(calls => calls.Peek().Answered);
        for (var client = 0; client < left.Length; client++)
        {
            var next = left[client].Peek();
            if (next.Asked > firstAnswer)
                continue;
            var (after, answer) = model(state, next.Request);
            if (EqualityComparer<TAnswer>.Default.Equals(answer, next.Answer) && Search(Without(left, client), after, model))
                return true;
        }

        return false;
    }

    private static ImmutableArray<ImmutableStack<T>> Without<T>(ImmutableArray<ImmutableStack<T>> left, int client)
    {
        var rest = left[client].Pop();
        return rest.IsEmpty ? left.RemoveAt(client) : left.SetItem(client, rest);
    }
}
