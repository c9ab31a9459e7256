namespace Watchkeeper.Aws.Connections;

/// <summary>
/// Hands on an answer when all of it has come. The SDK reads what is still to come by blocking its thread, out of reach of any limit or
/// cancellation: a service that fell silent in the middle of an answer would hold the function until Lambda ends it.
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
