namespace Watchkeeper.Aws.Connections;

/// <summary>
/// Buffers a whole response before the SDK reads it. The SDK reads the rest of a response by blocking its thread, beyond any time
/// limit or cancellation. A service that stalls in the middle of a response would hold the function until Lambda ends it.
/// </summary>
internal sealed class WholeAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        return answer;
    }
}
