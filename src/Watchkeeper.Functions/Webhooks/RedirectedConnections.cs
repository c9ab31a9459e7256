namespace Watchkeeper.Functions.Webhooks;

/// <summary>
/// Sends every request to one server of a local run in its receiver's place: the receiver's host stands before the path, so
/// that the server can answer as that receiver does.
/// </summary>
/// <param name="endpoint">The server.</param>
public sealed class RedirectedConnections(Uri endpoint) : DelegatingHandler(
    new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        request.RequestUri = new Uri(endpoint, $"/{address.IdnHost}{address.PathAndQuery}");
        return base.SendAsync(request, cancellationToken);
    }
}
