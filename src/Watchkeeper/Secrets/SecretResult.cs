namespace Watchkeeper.Secrets;

/// <summary>A secret, or why there is none.</summary>
public abstract record SecretResult
{
    private SecretResult()
    {
    }

    /// <summary>The secret.</summary>
    /// <param name="Value">The value, which prints as its reference.</param>
    public sealed record Found(SecretValue Value) : SecretResult;

    /// <summary>No secret.</summary>
    /// <param name="Reference">The reference.</param>
    /// <param name="Fault">The class of the failure.</param>
    /// <param name="Reason">
    /// What is wrong and what a person must change, in own words: no text of a service, no part of a value.
    /// </param>
    public sealed record Failed(SecretReference Reference, SecretFault Fault, string Reason) : SecretResult
    {
        /// <summary>Whether the failure may pass by itself.</summary>
        public bool IsRetryable => Fault is SecretFault.Throttled or SecretFault.Unreachable;

        /// <summary>One sentence with the reference and the reason.</summary>
        public string Message => $"{Reference}: {Reason}";
    }
}
