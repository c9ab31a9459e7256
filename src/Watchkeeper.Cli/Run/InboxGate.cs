using Microsoft.AspNetCore.Http;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// Who may post an event: a program of this machine, and no web page. A browser sends a page's request to any address without
/// asking; it names the page in the header <c>Origin</c> (Fetch Standard, «HTTP extensions»), and it asks first before it sends
/// JSON. A page whose host name leads here gives that name as <c>Host</c>.
/// </summary>
internal static class InboxGate
{
    /// <summary>The path of the inbox.</summary>
    public const string Events = "/events";

    private static readonly string[] Hosts = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>The status and the reason if a request is refused; null if its body may be read.</summary>
    public static (int Status, string Reason)? Refusal(HttpRequest request)
    {
        if (!Hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
            return (StatusCodes.Status403Forbidden, "This address is for programs of this machine: use 127.0.0.1 or localhost.");
        if (request.Headers.Origin.Count > 0 || request.Headers["Sec-Fetch-Site"].Count > 0)
            return (StatusCodes.Status403Forbidden, "Web pages may not post events.");
        if (!request.Path.StartsWithSegments(Events, StringComparison.Ordinal))
            return (StatusCodes.Status404NotFound, $"Nothing is here: POST events to {Events}/.");
        if (!HttpMethods.IsPost(request.Method))
            return (StatusCodes.Status405MethodNotAllowed, $"{request.Method} does nothing here: POST an event.");
        return IsJson(request.ContentType)
            ? null
            : (StatusCodes.Status415UnsupportedMediaType,
                "The event must come as JSON: with curl, add -H 'Content-Type: application/json'.");
    }

    private static bool IsJson(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim();
        return string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase)
            || type?.EndsWith("+json", StringComparison.OrdinalIgnoreCase) is true;
    }
}
