using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Watchkeeper.Cli.RuntimeApi;
using Xunit;

namespace Watchkeeper.Packages.Tests.Lambda.Runtime;

/// <summary>One call of the loop, other than for the next invocation.</summary>
public sealed record RuntimeCall(string Path, string Body, string? ContentType, ImmutableDictionary<string, string> Headers);

/// <summary>A Runtime API over HTTP that serves queued invocations and may refuse any call.</summary>
public sealed class ScriptedRuntimeApi : IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime/";

    private readonly Channel<(string Payload, (string Name, string Value)[] Headers)> invocations =
        Channel.CreateUnbounded<(string, (string, string)[])>();
    private readonly Channel<RuntimeCall> calls = Channel.CreateUnbounded<RuntimeCall>();
    private readonly ConcurrentDictionary<string, (int Status, string Body)> refusals = new(StringComparer.Ordinal);
    private readonly LoopbackServer server;

    public ScriptedRuntimeApi() => server = LoopbackServer.StartAsync(AnswerAsync).GetAwaiter().GetResult();

    public string Endpoint => server.Endpoint;

    public int NextCalls { get; private set; }

    public void Queue(string payload, params (string Name, string Value)[] headers) =>
        invocations.Writer.TryWrite((payload, [("Lambda-Runtime-Aws-Request-Id", "request-1"), .. headers]));

    /// <summary>Refuses every call whose path ends with <paramref name="pathEnd"/>.</summary>
    public void Refuse(string pathEnd, int status, string body = "{}") => refusals[pathEnd] = (status, body);

    public async Task<RuntimeCall> CallAsync() => await calls.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public bool HasMoreCalls => calls.Reader.TryPeek(out _);

    /// <summary>May be called twice, because a test may stop the API early.</summary>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            var path = context.Request.Path.Value![Root.Length..];
            if (refusals.FirstOrDefault(one => path.EndsWith(one.Key, StringComparison.Ordinal)) is { Value.Status: > 0 } refusal)
                await SendAsync(context, refusal.Value.Status, refusal.Value.Body);
            else if (path == "invocation/next")
                await HandOutAsync(context);
            else
                await AcceptAsync(context, path);
        }
        catch (OperationCanceledException)
        {
            // The loop or the test ended.
        }
    }

    private async Task HandOutAsync(HttpContext context)
    {
        NextCalls++;
        var (payload, headers) = await invocations.Reader.ReadAsync(context.RequestAborted);
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await SendAsync(context, 200, payload);
    }

    private async Task AcceptAsync(HttpContext context, string path)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToImmutableDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        await SendAsync(context, 202, """{"status":"OK"}""");
        calls.Writer.TryWrite(new(path, body, context.Request.ContentType, headers));
    }

    private static async Task SendAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted);
    }
}
