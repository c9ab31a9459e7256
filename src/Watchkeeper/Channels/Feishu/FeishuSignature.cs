using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Watchkeeper.Channels.Feishu;

/// <summary>
/// The signature of a custom robot of Feishu («Custom bot usage guide», 签名校验): HMAC-SHA256 of nothing, whose key is «time,
/// line feed, secret», in base64. The time is in seconds.
/// </summary>
/// <param name="Time">The time, signed.</param>
/// <param name="Sign">The signature.</param>
internal sealed record FeishuSignature(string Time, string Sign)
{
    /// <summary>The signature; null without a secret.</summary>
    public static FeishuSignature? Create(string secret, DateTimeOffset at)
    {
        // A secret that was pasted often ends with a line feed, and none contains a blank.
        var key = secret.Trim();
        if (key.Length == 0)
            return null;
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{time}\n{key}"), ReadOnlySpan<byte>.Empty);
        return new FeishuSignature(time, Convert.ToBase64String(hash));
    }
}
