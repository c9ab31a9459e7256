using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Watchkeeper.Channels.Dingtalk;

/// <summary>
/// The signature of a DingTalk robot («Customize robot security settings», 加签): HMAC-SHA256 with the secret over «time,
/// line feed, secret», in base64. Time, in milliseconds, and signature both stand in the address.
/// </summary>
internal static class DingtalkSignature
{
    private const string Time = "timestamp";
    private const string Signature = "sign";

    /// <summary>The address with its signature; without a secret, the address as it is.</summary>
    public static string Sign(string address, string secret, DateTimeOffset at)
    {
        // A secret that was pasted often ends with a line feed, and none contains a blank.
        var key = secret.Trim();
        if (key.Length == 0)
            return address;
        var time = at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{time}\n{key}"));
        var sign = Uri.EscapeDataString(Convert.ToBase64String(hash));
        var whole = address.Split('#')[0];
        var query = whole.IndexOf('?', StringComparison.Ordinal);
        // An address that was copied with an old signature: DingTalk would look at that one.
        var kept = (query < 0 ? "" : whole[(query + 1)..]).Split('&').Where(IsKept);
        return $"{(query < 0 ? whole : whole[..query])}?{string.Join('&', [.. kept, $"{Time}={time}", $"{Signature}={sign}"])}";
    }

    private static bool IsKept(string parameter) => parameter.Length > 0
        && !parameter.StartsWith($"{Time}=", StringComparison.Ordinal)
        && !parameter.StartsWith($"{Signature}=", StringComparison.Ordinal);
}
