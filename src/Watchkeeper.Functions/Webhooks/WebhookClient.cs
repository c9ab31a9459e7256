using System.Buffers;
using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using Watchkeeper.Channels.Http;
using Watchkeeper.Notification;

namespace Watchkeeper.Functions.Webhooks;

/// <summary>Makes the requests of all channels by HTTPS: one pool, one time limit, a bounded answer, and no redirect.</summary>
public sealed class WebhookClient : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient client;
    private readonly TimeProvider time;

    /// <summary>Creates the client without connecting.</summary>
    /// <param name="handler">The connections (<see cref="WebhookConnections"/>). It belongs to the client.</param>
    /// <param name="time">Our clock.</param>
    public WebhookClient(HttpMessageHandler handler, TimeProvider time)
    {
        this.time = time;
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Watchkeeper", "1"));
    }

    /// <summary>The time for a request, to the last byte of its answer. Default: five seconds.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Makes a request once. Every failure of the network and of the receiver is a result; only cancellation and errors of our
    /// own throw.
    /// </summary>
    public async Task<HttpResult> SendAsync(HttpCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (WebhookAddress.Parse(call.Url, out var problem) is not { } address)
            return new HttpResult.Unanswered(new SendResult.GiveUp($"the address {problem}"));
        using var limited = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limited.Token, cancellationToken);
        try
        {
            using var request = Create(call, address);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var body = await ReadAsync(response, both.Token);
            return new HttpResult.Answered(new HttpAnswer((int)response.StatusCode, body, time.GetUtcNow())
            {
                Headers = HeadersOf(response),
            });
        }
        catch (Exception failure) when (WebhookFailures.AreResults(failure, cancellationToken))
        {
            return new HttpResult.Unanswered(WebhookFailures.Explain(failure, address.IdnHost));
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => client.Dispose();

    private static HttpRequestMessage Create(HttpCall call, Uri address)
    {
        var request = new HttpRequestMessage(call.Body is null ? HttpMethod.Get : HttpMethod.Post, address);
        if (call.Body is { } body)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        foreach (var (name, value) in call.Headers)
            request.Headers.Add(name, value);
        return request;
    }

    // An answer of any length costs no more than its beginning.
    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(HttpAnswer.MaxBody);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await stream.ReadAtLeastAsync(
                buffer.AsMemory(0, HttpAnswer.MaxBody), HttpAnswer.MaxBody, throwOnEndOfStream: false, cancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ImmutableDictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated)
            headers[name] = values.ToString();
        return headers.ToImmutable();
    }
}

/// <summary>The result of a request.</summary>
public abstract record HttpResult
{
    /// <summary>The receiver answered.</summary>
    public sealed record Answered(HttpAnswer Answer) : HttpResult;

    /// <summary>Nobody answered.</summary>
    /// <param name="Result">What that means for the message.</param>
    public sealed record Unanswered(SendResult Result) : HttpResult;
}
