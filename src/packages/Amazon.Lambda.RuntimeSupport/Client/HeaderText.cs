namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Text for an HTTP header.</summary>
internal static class HeaderText
{
    /// <summary>The text with every character that is no printable ASCII replaced: a type's name may hold any letter.</summary>
    internal static string Ascii(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        ? string.Create(text.Length, text, static (to, from) =>
        {
            for (var at = 0; at < from.Length; at++)
                to[at] = from[at] is >= ' ' and <= '~' ? from[at] : '?';
        })
        : text;
}
