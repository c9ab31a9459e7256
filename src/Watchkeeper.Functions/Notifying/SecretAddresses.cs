using System.Collections.Immutable;
using Watchkeeper.Channels;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Secrets;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Notifying;

/// <summary>
/// Sends to a channel whose address or settings may be references to secrets. A value exists only during the send: the delivery,
/// the log and the traces keep the reference, and a result that repeats a value shows the reference in its place.
/// </summary>
/// <param name="secrets">The secrets.</param>
internal sealed class SecretAddresses(SecretsInMemory secrets)
{
    // The address among the settings' names.
    private const string Address = "address";

    /// <summary>
    /// Makes one attempt. A secret that cannot be read is a result of the class of its failure: retried if it may pass, given up
    /// if a person must mend it. A refusal may mean that a secret was rotated a moment ago: the secrets are read anew, and new
    /// values are tried at once.
    /// </summary>
    public async Task<SendResult> SendAsync(
        IMessageChannel channel, Channel to, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        var references = new Dictionary<string, SecretReference>(StringComparer.Ordinal);
        foreach (var (name, text) in Texts(to))
        {
            switch (SecretReference.Parse(text))
            {
                case SecretReferenceResult.Rejected(var rejection):
                    return new SendResult.GiveUp(
                        $"the {name} «{InertText.Line(text)}» cannot be used: {rejection.Reason}");
                case SecretReferenceResult.Parsed(var reference):
                    references.Add(name, reference);
                    break;
            }
        }

        if (references.Count == 0)
            return await channel.SendAsync(to, message, deduplicationKey, cancellationToken);
        var (values, failed) = await ResolveAsync(references, cancellationToken);
        if (failed is not null)
            return NoSecret(failed);
        var result = await TryAsync(values);
        if (result is not SendResult.GiveUp refused)
            return result;
        // Each of them, also after one that cannot be forgotten yet.
        if (values.Values.Count(secrets.Forget) < values.Count)
        {
            return new SendResult.Retry(
                $"{refused.Reason}; the secret was read a moment ago, and is read anew at the next attempt",
                SecretsInMemory.MinForgetInterval);
        }

        var (newer, unread) = await ResolveAsync(references, cancellationToken);
        // Nobody knows whether the refused value is still in force.
        if (unread is { IsRetryable: true })
            return new SendResult.Retry($"{refused.Reason}; {unread.Message}");
        return newer.Count == values.Count && newer.Any(each => !each.Value.HasValueOf(values[each.Key]))
            ? await TryAsync(newer)
            : result;

        async Task<SendResult> TryAsync(ImmutableDictionary<string, SecretValue> known)
        {
            string problem;
            try
            {
                return Hide(await channel.SendAsync(Reveal(to, known), message, deduplicationKey, cancellationToken), known);
            }
            catch (Exception failure) when (IsShownBy(failure, known))
            {
                // The exception itself goes no further: its text holds a value.
                problem = $"{failure.GetType().Name}: {Hide(failure.Message, known)}";
            }

            throw new InvalidOperationException(problem);
        }
    }

    private async Task<(ImmutableDictionary<string, SecretValue> Values, SecretResult.Failed? Failed)> ResolveAsync(
        Dictionary<string, SecretReference> references, CancellationToken cancellationToken)
    {
        var values = ImmutableDictionary.CreateBuilder<string, SecretValue>(StringComparer.Ordinal);
        SecretResult.Failed? failed = null;
        foreach (var (name, reference) in references)
        {
            switch (await secrets.ResolveAsync(reference, cancellationToken))
            {
                case SecretResult.Found(var value):
                    values.Add(name, value);
                    break;
                // What a person must mend outranks what may pass.
                case SecretResult.Failed failure when failed is null or { IsRetryable: true }:
                    failed = failure;
                    break;
            }
        }

        return (values.ToImmutable(), failed);
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts(Channel channel) =>
        channel.Settings.Prepend(KeyValuePair.Create(Address, channel.Address));

    private static Channel Reveal(Channel channel, ImmutableDictionary<string, SecretValue> values) => channel with
    {
        Address = values.TryGetValue(Address, out var address) ? address.Reveal() : channel.Address,
        Settings = LabelSet.From(channel.Settings.Select(setting => KeyValuePair.Create(
            setting.Key, values.TryGetValue(setting.Key, out var value) ? value.Reveal() : setting.Value))),
    };

    private static bool IsShownBy(Exception failure, ImmutableDictionary<string, SecretValue> values)
    {
        var text = failure.ToString();
        return !string.Equals(Hide(text, values), text, StringComparison.Ordinal);
    }

    private static SendResult NoSecret(SecretResult.Failed failed) =>
        failed.IsRetryable ? new SendResult.Retry(failed.Message) : new SendResult.GiveUp(failed.Message);

    private static string Hide(string text, ImmutableDictionary<string, SecretValue> values) =>
        values.Values.Aggregate(text, (hidden, value) => value.Hide(hidden));

    private static SendResult Hide(SendResult result, ImmutableDictionary<string, SecretValue> values) => result switch
    {
        SendResult.Retry retry => retry with { Reason = Hide(retry.Reason, values) },
        SendResult.GiveUp refusal => refusal with { Reason = Hide(refusal.Reason, values) },
        SendResult.Sent sent => sent with { MessageId = Hide(sent.MessageId, values) },
        _ => result,
    };
}
