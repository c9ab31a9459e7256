namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>A promise that was broken.</summary>
internal sealed class BreachException(string message) : Exception(message)
{
    /// <summary>Throws where a promise does not hold.</summary>
    public static void ThrowUnless(bool holds, FormattableString otherwise)
    {
        if (!holds)
            throw new BreachException(FormattableString.Invariant(otherwise));
    }
}
