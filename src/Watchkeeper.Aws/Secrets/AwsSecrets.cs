using Amazon.SecretsManager;
using Amazon.SimpleSystemsManagement;
using Watchkeeper.Secrets;

namespace Watchkeeper.Aws.Secrets;

/// <summary>
/// Secrets in Parameter Store (API version 2014-11-06) and Secrets Manager (2017-10-17), of the account and region of the
/// clients. A client is made at the first secret of its service: a process without secrets pays nothing.
/// </summary>
/// <param name="parameters">The client of Parameter Store.</param>
/// <param name="secrets">The client of Secrets Manager.</param>
/// <param name="time">Our clock.</param>
public sealed class AwsSecrets(
    Lazy<IAmazonSimpleSystemsManagement> parameters, Lazy<IAmazonSecretsManager> secrets, TimeProvider time) : ISecretStore
{
    /// <summary>
    /// The time limit of one read with all its retries. A message waits for the read, and both services answer within
    /// milliseconds.
    /// </summary>
    public static TimeSpan MaxDuration { get; } = TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    public async Task<SecretResult> ReadAsync(SecretReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        using var limit = new CancellationTokenSource(MaxDuration, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return reference.Service is SecretService.ParameterStore
                ? await Parameter.ReadAsync(parameters.Value, reference, either.Token)
                : await ManagedSecret.ReadAsync(secrets.Value, reference, either.Token);
        }
        catch (Exception fault) when (SecretErrors.AreAnswers(fault, cancellationToken))
        {
            // The fault goes no further: its text may hold parts of an answer.
            return SecretErrors.Explain(reference, fault);
        }
    }
}
