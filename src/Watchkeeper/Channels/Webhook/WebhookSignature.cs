using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Watchkeeper.Channels.Webhook;

/// <summary>
/// The headers of Standard Webhooks: id, time and HMAC-SHA256 over «id.time.body». The time is inside the signature, so that a
/// receiver can refuse what is old, and the id is the same for each attempt, so that it can refuse what it has.
/// </summary>
internal static class WebhookSignature
{
    /// <summary>The setting with the keys.</summary>
    public const string Setting = "signing_secret";

    private const string Base64Prefix = "whsec_";

    /// <summary>The headers; without a key, those of id and time alone.</summary>
    /// <param name="keys">
    /// The keys, separated by blanks: <c>whsec_</c> and base64, or any other text, whose UTF-8 is the key.
    /// </param>
    /// <param name="id">The id of the message.</param>
    /// <param name="at">The time of the attempt.</param>
    /// <param name="body">The body as it is sent.</param>
    public static ImmutableArray<KeyValuePair<string, string>> Headers(
        string keys, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var headers = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(3);
        headers.Add(KeyValuePair.Create("webhook-id", id));
        headers.Add(KeyValuePair.Create("webhook-timestamp", time));
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body];
        var signatures = keys.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(KeyOf(key), signed))}");
        if (string.Join(' ', signatures) is { Length: > 0 } signature)
            headers.Add(KeyValuePair.Create("webhook-signature", signature));
        return headers.ToImmutable();
    }

    private static byte[] KeyOf(string key)
    {
        if (!key.StartsWith(Base64Prefix, StringComparison.Ordinal))
            return Encoding.UTF8.GetBytes(key);
        var bytes = new byte[key.Length];
        return Convert.TryFromBase64String(key[Base64Prefix.Length..], bytes, out var length)
            ? bytes[..length]
            : Encoding.UTF8.GetBytes(key);
    }
}
