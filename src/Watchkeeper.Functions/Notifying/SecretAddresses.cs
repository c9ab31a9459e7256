using Watchkeeper.Channels;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Secrets;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Notifying;

/// <summary>
/// Sends to an address that may be a reference to a secret. The value exists only during the send: the delivery, the log and the
/// traces keep the reference, and a result that repeats the value shows the reference in its place.
/// </summary>
/// <param name="secrets">The secrets.</param>
internal sealed class SecretAddresses(SecretsInMemory secrets)
{
    /// <summary>
    /// Makes one attempt. A secret that cannot be read is a result of the class of its failure: retried if it may pass, given up
    /// if a person must mend it. A refusal may mean that the secret was rotated a moment ago: the secret is read anew, and a new
    /// value is tried at once.
    /// </summary>
    public async Task<SendResult> SendAsync(
        IMessageChannel channel, Channel to, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        switch (SecretReference.Parse(to.Address))
        {
            case SecretReferenceResult.Rejected(var rejection):
                return new SendResult.GiveUp($"the address «{InertText.Line(to.Address)}» cannot be used: {rejection.Reason}");
            case SecretReferenceResult.Parsed(var reference):
                return await SendAsync(reference);
            default:
                return await channel.SendAsync(to, message, deduplicationKey, cancellationToken);
        }

        async Task<SendResult> SendAsync(SecretReference reference)
        {
            var secret = await secrets.ResolveAsync(reference, cancellationToken);
            if (secret is not SecretResult.Found(var value))
                return NoSecret((SecretResult.Failed)secret);
            var result = await TryAsync(value);
            if (result is not SendResult.GiveUp)
                return result;
            secrets.Forget(reference);
            return await secrets.ResolveAsync(reference, cancellationToken) is SecretResult.Found(var newer)
                && !newer.HasValueOf(value)
                    ? await TryAsync(newer)
                    : result;
        }

        async Task<SendResult> TryAsync(SecretValue value)
        {
            string problem;
            try
            {
                var address = to with { Address = value.Reveal() };
                return Hide(await channel.SendAsync(address, message, deduplicationKey, cancellationToken), value);
            }
            catch (Exception failure) when (IsShownBy(failure, value))
            {
                // The exception itself goes no further: its text holds the value.
                problem = $"{failure.GetType().Name}: {value.Hide(failure.Message)}";
            }

            throw new InvalidOperationException(problem);
        }
    }

    private static bool IsShownBy(Exception failure, SecretValue value)
    {
        var text = failure.ToString();
        return !string.Equals(value.Hide(text), text, StringComparison.Ordinal);
    }

    private static SendResult NoSecret(SecretResult.Failed failed) =>
        failed.IsRetryable ? new SendResult.Retry(failed.Message) : new SendResult.GiveUp(failed.Message);

    private static SendResult Hide(SendResult result, SecretValue value) => result switch
    {
        SendResult.Retry retry => retry with { Reason = value.Hide(retry.Reason) },
        SendResult.GiveUp refusal => refusal with { Reason = value.Hide(refusal.Reason) },
        _ => result,
    };
}
