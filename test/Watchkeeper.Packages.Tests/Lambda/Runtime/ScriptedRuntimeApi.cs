using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Xunit;

namespace Watchkeeper.Packages.Tests.Lambda.Runtime;

/// <summary>One call that the loop made, other than asking for the next invocation.</summary>
public sealed record RuntimeCall(string Path, string Body, string? ContentType, ImmutableDictionary<string, string> Headers);

/// <summary>A Runtime API over HTTP that hands out what a test queued and may refuse any call.</summary>
public sealed class ScriptedRuntimeApi : IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime/";

    private readonly Channel<(string Payload, (string Name, string Value)[] Headers)> invocations = Channel.CreateUnbounded<(string, (string, string)[])>();
    private readonly Channel<RuntimeCall> calls = Channel.CreateUnbounded<RuntimeCall>();
    private readonly ConcurrentDictionary<string, (int Status, string Body)> refusals = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource closing = new();
    private readonly HttpListener listener;
    private readonly Task serving;

    public ScriptedRuntimeApi()
    {
        (listener, Endpoint) = Listen();
        serving = ServeAsync();
    }

    public string Endpoint { get; }

    public int NextCalls { get; private set; }

    public void Queue(string payload, params (string Name, string Value)[] headers) =>
        invocations.Writer.TryWrite((payload, [("Lambda-Runtime-Aws-Request-Id", "request-1"), .. headers]));

    /// <summary>Refuses every call whose path ends like that.</summary>
    public void Refuse(string pathEnd, int status, string body = "{}") => refusals[pathEnd] = (status, body);

    public async Task<RuntimeCall> CallAsync() => await calls.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public bool HasMoreCalls => calls.Reader.TryPeek(out _);

    /// <summary>May be called again: a test may want no API.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Close();
        await serving;
    }

    private static (HttpListener Listener, string Endpoint) Listen()
    {
        // HttpListener takes no port 0, so a free one is found first; another process may take it in between.
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var endpoint = $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
            probe.Stop();
            var candidate = new HttpListener { Prefixes = { $"http://{endpoint}/" } };
            try
            {
                candidate.Start();
                return (candidate, endpoint);
            }
            catch (HttpListenerException)
            {
                candidate.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        var answering = new List<Task>();
        try
        {
            while (true)
                answering.Add(AnswerAsync(await listener.GetContextAsync()));
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            await Task.WhenAll(answering);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            var path = context.Request.Url!.AbsolutePath[Root.Length..];
            if (refusals.FirstOrDefault(one => path.EndsWith(one.Key, StringComparison.Ordinal)) is { Value.Status: > 0 } refusal)
                await SendAsync(context, refusal.Value.Status, refusal.Value.Body);
            else if (path == "invocation/next")
                await HandOutAsync(context);
            else
                await AcceptAsync(context, path);
        }
        catch (Exception gone) when (gone is OperationCanceledException or HttpListenerException or ObjectDisposedException)
        {
            // The loop has ended, or the test has.
        }
    }

    private async Task HandOutAsync(HttpListenerContext context)
    {
        NextCalls++;
        var (payload, headers) = await invocations.Reader.ReadAsync(closing.Token);
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await SendAsync(context, 200, payload);
    }

    private async Task AcceptAsync(HttpListenerContext context, string path)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(closing.Token);
        var headers = context.Request.Headers.AllKeys.ToImmutableDictionary(
            name => name!, name => context.Request.Headers[name]!, StringComparer.OrdinalIgnoreCase);
        await SendAsync(context, 202, """{"status":"OK"}""");
        calls.Writer.TryWrite(new(path, body, context.Request.ContentType, headers));
    }

    private static async Task SendAsync(HttpListenerContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.Close();
    }
}
