using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Cli.Run;

/// <summary>Accepts further events by HTTP on the loopback address.</summary>
internal sealed class EventInbox : IAsyncDisposable
{
    // EventBridge, SNS and Lambda's asynchronous invocation accept at most 1 MiB.
    private const int MaxBytes = 1 << 20;

    private readonly Channel<Arrival> arrived;
    private readonly LoopbackServer server;

    private EventInbox(Channel<Arrival> arrived, LoopbackServer server) => (this.arrived, this.server) = (arrived, server);

    /// <summary>The URL to which clients post events.</summary>
    public string Address => $"http://{server.Endpoint}{InboxGate.Events}/";

    /// <summary>Starts listening.</summary>
    /// <exception cref="RunException">The port is in use.</exception>
    public static async Task<EventInbox> ListenAsync(int port)
    {
        var arrived = Channel.CreateBounded<Arrival>(100);
        var count = 0;
        try
        {
            return new EventInbox(arrived, await LoopbackServer.StartAsync(TakeAsync, port));
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            throw new RunException(
                $"Port {port} of 127.0.0.1 is in use. Give another port with --port, or any free one with --port 0.");
        }

        async Task TakeAsync(HttpContext context)
        {
            var (request, aborted) = (context.Request, context.RequestAborted);
            if (InboxGate.Refusal(request) is var (status, reason))
                await RefuseAsync(context, status, reason);
            else if (await ReadAsync(request.Body, aborted) is not { } body)
                await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, $"An event has at most {MaxBytes} bytes.");
            else
                await FeedAsync(context, body, aborted);
        }

        async Task FeedAsync(HttpContext context, ReadOnlyMemory<byte> body, CancellationToken aborted)
        {
            var arrival = new Arrival(
                new EventFile($"POST {Interlocked.Increment(ref count)}", body, EventTime.Read(body)));
            await arrived.Writer.WriteAsync(arrival, aborted);
            var outcomes = await arrival.Outcomes.WaitAsync(aborted);
            await context.Response.WriteAsJsonAsync(
                new InboxAnswer(outcomes), RunJson.Default.InboxAnswer, contentType: null, aborted);
        }
    }

    /// <summary>Returns the next event; null if none arrived before the timeout.</summary>
    public async Task<Arrival?> NextAsync(TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await arrived.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = HttpMethods.Post;
        return context.Response.WriteAsJsonAsync(
            new InboxRefusal(reason), RunJson.Default.InboxRefusal, contentType: null, context.RequestAborted);
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, CancellationToken aborted)
    {
        var buffer = new byte[MaxBytes + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, aborted);
        // Not a conditional expression: its null would become an empty Memory<byte>.
        if (length > MaxBytes)
            return null;
        return buffer.AsMemory(0, length);
    }
}
