using System.Buffers;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Mime;

/// <summary>A mail address with an optional display name (RFC 5322, 3.4).</summary>
/// <param name="Name">The display name; empty without one.</param>
/// <param name="Address">The bare address, printable ASCII without specials.</param>
public sealed record Mailbox(string Name, string Address)
{
    private static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;@\\,\"");

    /// <summary>The domain of the address.</summary>
    public string Domain => Address[(Address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>Parses <c>kim@shop.example</c> or <c>Kim &lt;kim@shop.example&gt;</c>; null if the text is neither.</summary>
    public static Mailbox? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = text.Trim();
        var open = whole.LastIndexOf('<');
        if (open < 0)
            return IsAddress(whole) ? new Mailbox("", whole) : null;
        var address = whole[(open + 1)..].TrimEnd('>');
        var name = InertText.Line(whole[..open].Trim().Trim('"'));
        return whole.EndsWith('>') && IsAddress(address) ? new Mailbox(name, address) : null;
    }

    // Neither quoted local parts nor letters beyond ASCII: SES takes none.
    private static bool IsAddress(string text) => text.Split('@') is [{ Length: > 0 } local, { Length: > 0 } domain]
        && IsPart(local) && IsPart(domain);

    private static bool IsPart(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange('!', '~') && !text.AsSpan().ContainsAny(Specials);
}
