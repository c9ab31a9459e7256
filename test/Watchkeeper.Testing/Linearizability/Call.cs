namespace Watchkeeper.Testing.Linearizability;

/// <summary>One call of a store, between two readings of a clock that all tasks share.</summary>
/// <param name="Client">Who made it; a client makes one call after the other.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Asked">When it was made.</param>
/// <param name="Answered">When its answer was there.</param>
public sealed record Call<TRequest, TAnswer>(int Client, TRequest Request, TAnswer Answer, int Asked, int Answered)
{
    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"client {Client}, {Asked} to {Answered}: {Request} -> {Answer}");
}
