using Amazon.Lambda.Core;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>A function whose handler runs in this process, by the same rules as a function in its own process.</summary>
/// <param name="settings">The function's settings; the handler reads its variables itself.</param>
/// <param name="handler">The handler.</param>
/// <param name="time">
/// The clock of the time limit. A time-out cannot kill the handler here: the handler continues and its result is discarded.
/// </param>
internal sealed class InProcessFunction(
    FunctionSettings settings, Func<Stream, ILambdaContext, Task<Stream>> handler, TimeProvider time)
    : IFunction
{
    public string Arn => settings.Arn;

    public async Task<InvocationResult> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellationToken)
    {
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // Starts the timer before the handler.
            var limit = Task.Delay(settings.Timeout, time, answered.Token);
            var answering = AnswerAsync(invocation);
            if (await Task.WhenAny(answering, limit) == answering)
                return new InvocationResult(await answering, null);
            cancellationToken.ThrowIfCancellationRequested();
            return InvocationResult.Failed(FunctionError.Create(
                FunctionError.TimedOut,
                invocation.RequestId,
                FormattableString.Invariant($"Task timed out after {settings.Timeout.TotalSeconds:0.00} seconds")));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Catches every exception, as Lambda's own loop does.
            return new InvocationResult(
                FunctionErrorJson.Write(failure), new FunctionError(failure.GetType().Name, failure.Message));
        }
        finally
        {
            await answered.CancelAsync();
        }
    }

    private async Task<ReadOnlyMemory<byte>> AnswerAsync(FunctionInvocation invocation)
    {
        var context = new InProcessContext(settings, invocation, time);
        await using var answer = Response(await handler(new MemoryStream(invocation.Payload.ToArray()), context));
        var copy = new MemoryStream();
        await answer.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static Stream Response(Stream? outputStream)
    {
        ArgumentNullException.ThrowIfNull(outputStream);
        return outputStream;
    }
}
