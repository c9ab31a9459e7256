namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>A broken promise.</summary>
internal sealed class BreachException(string message) : Exception(message)
{
    /// <summary>Throws unless a promise holds.</summary>
    public static void ThrowUnless(bool holds, FormattableString otherwise)
    {
        if (!holds)
            throw new BreachException(FormattableString.Invariant(otherwise));
    }
}
