using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Run;

/// <summary>Accepts further events by HTTP on the loopback address.</summary>
internal sealed class EventInbox : IAsyncDisposable
{
    // EventBridge, SNS and Lambda's asynchronous invocation accept at most 1 MiB.
    private const int MaxBytes = 1 << 20;

    private readonly HttpListener listener;
    private readonly Channel<EventFile> arrived = Channel.CreateBounded<EventFile>(100);
    private readonly Task loop;
    private int count;

    private EventInbox(HttpListener listener, string address)
    {
        this.listener = listener;
        Address = address;
        loop = ListenAsync();
    }

    /// <summary>The URL to which clients post events.</summary>
    public string Address { get; }

    /// <summary>Starts listening.</summary>
    /// <exception cref="RunException">The port is in use.</exception>
    public static EventInbox Listen(int port)
    {
        var chosen = port == 0 ? FreePort() : port;
        var address = $"http://127.0.0.1:{chosen}/events/";
        var listener = new HttpListener { Prefixes = { address } };
        try
        {
            listener.Start();
        }
        catch (HttpListenerException)
        {
            throw new RunException(
                $"Port {chosen} of 127.0.0.1 is in use. Give another port with --port, or any free one with --port 0.");
        }

        return new EventInbox(listener, address);
    }

    /// <summary>Returns the next event; null if none arrived before the timeout.</summary>
    public async Task<EventFile?> NextAsync(TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
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
    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await loop;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            try
            {
                await TakeAsync(await listener.GetContextAsync());
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException && !listener.IsListening)
            {
                arrived.Writer.TryComplete();
                return;
            }
            catch (Exception gone) when (gone is HttpListenerException or IOException)
            {
                // The client closed the connection before the response.
            }
        }
    }

    private async Task TakeAsync(HttpListenerContext context)
    {
        var response = context.Response;
        if (context.Request.HttpMethod != "POST")
        {
            response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
        }
        else if (await ReadAsync(context.Request.InputStream) is { } body)
        {
            await arrived.Writer.WriteAsync(new EventFile($"POST {++count}", body, EventTime.Read(body)));
            response.StatusCode = (int)HttpStatusCode.Accepted;
        }
        else
        {
            response.StatusCode = (int)HttpStatusCode.RequestEntityTooLarge;
        }

        response.Close();
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body)
    {
        var buffer = new byte[MaxBytes + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
        return length > MaxBytes ? null : buffer.AsMemory(0, length);
    }
}
