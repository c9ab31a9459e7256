namespace Watchkeeper.Testing.Linearizability;

/// <summary>One call of a store, between two readings of a clock that all clients share.</summary>
/// <param name="Client">The client, which makes one call at a time.</param>
/// <param name="Request">The request.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Asked">The clock when the call was made.</param>
/// <param name="Answered">The clock when the answer arrived.</param>
public sealed record Call<TRequest, TAnswer>(int Client, TRequest Request, TAnswer Answer, int Asked, int Answered)
{
    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"client {Client}, {Asked} to {Answered}: {Request} -> {Answer}");
}
