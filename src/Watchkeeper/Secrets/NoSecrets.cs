namespace Watchkeeper.Secrets;

/// <summary>No store: every secret is missing, for one reason.</summary>
/// <param name="reason">Why, and how a person gives the secret.</param>
public sealed class NoSecrets(string reason) : ISecretStore
{
    /// <inheritdoc/>
    public Task<SecretResult> ReadAsync(SecretReference reference, CancellationToken cancellationToken) =>
        Task.FromResult<SecretResult>(new SecretResult.Failed(reference, SecretFault.Missing, reason));
}
