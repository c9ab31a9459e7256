namespace Watchkeeper.Channels.Layout;

/// <summary>An address inside markup.</summary>
internal static class LinkAddress
{
    /// <summary>
    /// The address with percent codes for the characters that end a link or mean something in markup. All of them mean the same
    /// to the page that the address leads to.
    /// </summary>
    public static string Escape(string address) => address
        .Replace(" ", "%20", StringComparison.Ordinal)
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("'", "%27", StringComparison.Ordinal)
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("*", "%2A", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("@", "%40", StringComparison.Ordinal)
        .Replace("[", "%5B", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal)
        .Replace("`", "%60", StringComparison.Ordinal)
        .Replace("|", "%7C", StringComparison.Ordinal);
}
