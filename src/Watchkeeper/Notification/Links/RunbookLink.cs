namespace Watchkeeper.Notification.Links;

/// <summary>Lets through only what is safe to click: whole https addresses that name their host plainly.</summary>
public static class RunbookLink
{
    /// <summary>
    /// The address in its encoded form with its host in ASCII, so that a look-alike letter shows; null where it is no absolute https
    /// address or carries a user name, which would let it pose as another host.
    /// </summary>
    public static string? From(string runbook)
    {
        ArgumentNullException.ThrowIfNull(runbook);
        if (!Uri.TryCreate(runbook, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            return null;
        if (uri.UserInfo.Length > 0 || uri.IdnHost.Length == 0)
            return null;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"https://{uri.IdnHost}{port}{uri.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped)}";
    }
}
