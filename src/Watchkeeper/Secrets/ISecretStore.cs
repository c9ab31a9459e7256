namespace Watchkeeper.Secrets;

/// <summary>Where secrets are kept.</summary>
public interface ISecretStore
{
    /// <summary>
    /// Reads a secret once. Every answer of the store, including refusals and time-outs, is a result; only cancellation and
    /// errors of our own throw. Ends within the store's own time limit, a few seconds.
    /// </summary>
    /// <param name="reference">The reference.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<SecretResult> ReadAsync(SecretReference reference, CancellationToken cancellationToken);
}
