using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Functions.Webhooks;

namespace Watchkeeper.Cli.Receivers;

/// <summary>
/// Stands in for all receivers of webhooks, so that none of a run's messages leaves the machine. Listens on the loopback address
/// from the first call of <see cref="ListenAsync"/>, and keeps what it took until somebody asks for it.
/// </summary>
internal sealed class LocalReceiver : IAsyncDisposable
{
    // Twice the largest limit of a receiver.
    private const int MaxBytes = 1 << 20;

    private readonly Lazy<Task<LoopbackServer>> server;
    private readonly ConcurrentDictionary<string, byte[]> taken = new(StringComparer.Ordinal);

    /// <summary>Creates a receiver that does not listen yet.</summary>
    public LocalReceiver()
    {
        server = new Lazy<Task<LoopbackServer>>(() => LoopbackServer.StartAsync(AnswerAsync));
    }

    /// <summary>The address; known once <see cref="ListenAsync"/> has returned.</summary>
    public Uri Address => server is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var listening } }
        ? new Uri($"http://{listening.Endpoint}")
        : throw new InvalidOperationException("the receiver does not listen yet");

    /// <summary>Starts to listen; further calls wait for the first.</summary>
    public Task ListenAsync() => server.Value;

    /// <summary>The body of the last request that a receiver took of a delivery, once; null without one.</summary>
    /// <param name="key">The key of the delivery.</param>
    public byte[]? Take(string key) => taken.TryRemove(key, out var body) ? body : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated)
            await (await server.Value).DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var answer = await ReadAsync(context.Request.Body, context.RequestAborted) is { } body
            ? Answer(context.Request, body)
            : ReceiverAnswer.Other(StatusCodes.Status413PayloadTooLarge, "");
        context.Response.StatusCode = answer.Status;
        if (answer.Body.Length == 0)
            return;
        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private ReceiverAnswer Answer(HttpRequest request, byte[] body)
    {
        // The receiver's host stands before its path.
        var path = request.Path.Value!.TrimStart('/');
        var host = path.Split('/')[0];
        var answer = ReceiverTable.Answer(new ReceivedRequest(host, path[host.Length..], request.Query, body));
        if (answer.IsTaken && request.Headers[HttpMessageChannel.DeliveryHeader].ToString() is { Length: > 0 } key)
            taken[key] = body;
        return answer;
    }

    private static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaxBytes ? null : buffer[..length];
    }
}
