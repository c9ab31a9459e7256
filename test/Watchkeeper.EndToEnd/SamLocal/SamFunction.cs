using System.Collections.Concurrent;
using System.Text;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.EndToEnd.SamLocal;

/// <summary>One function in a process of its own, and its output.</summary>
internal sealed class SamFunction : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly FunctionProcess process;
    private bool ended;

    public SamFunction(FunctionSettings settings, FunctionExecutable executable) =>
        process = new FunctionProcess(settings, executable, TimeProvider.System, line => lines.Enqueue(line.Text));

    /// <summary>Invokes the function with an event and returns its answer.</summary>
    /// <param name="file">The event's path, from the repository's root.</param>
    public async Task<SamAnswer> InvokeAsync(string file)
    {
        var payload = await File.ReadAllBytesAsync(Repository.PathOf(file), TestContext.Current.CancellationToken);
        var invocation = new FunctionInvocation { RequestId = Guid.NewGuid().ToString(), Payload = payload };
        var result = await process.InvokeAsync(invocation, TestContext.Current.CancellationToken);
        return new SamAnswer(Encoding.UTF8.GetString(result.Payload.Span), result.Error?.Message);
    }

    /// <summary>Ends the process and returns its output.</summary>
    public async Task<string> EndAsync()
    {
        await DisposeAsync();
        return string.Join('\n', lines);
    }

    public async ValueTask DisposeAsync()
    {
        if (ended)
            return;
        ended = true;
        await process.DisposeAsync();
    }
}

/// <param name="Text">The answer.</param>
/// <param name="Error">The function's error; null if it succeeded.</param>
internal sealed record SamAnswer(string Text, string? Error);
