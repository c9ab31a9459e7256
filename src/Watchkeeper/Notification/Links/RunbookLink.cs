namespace Watchkeeper.Notification.Links;

/// <summary>Accepts only addresses that are safe to click: absolute https addresses with a plain host.</summary>
internal static class RunbookLink
{
    /// <summary>
    /// The encoded address with its host in ASCII, so that a look-alike letter shows. Null for any address that is not absolute
    /// https, and for one with a user name, which could imitate another host.
    /// </summary>
    public static string? From(string runbook)
    {
        if (!Uri.TryCreate(runbook, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            return null;
        if (uri.UserInfo.Length > 0 || uri.IdnHost.Length == 0)
            return null;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"https://{uri.IdnHost}{port}{uri.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped)}";
    }
}
