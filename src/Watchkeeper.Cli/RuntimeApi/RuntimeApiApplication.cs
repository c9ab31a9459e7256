using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// The four calls of the Runtime API, version 2018-06-01; see «Using the Lambda runtime API for custom runtimes».
/// </summary>
internal sealed class RuntimeApiApplication(RuntimeSession session)
{
    private const string Root = "/2018-06-01/runtime/";

    /// <summary>Answers one request.</summary>
    public Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (!path.StartsWith(Root, StringComparison.Ordinal))
            return RuntimeApiResponse.NotFound.WriteAsync(context);
        var parts = path[Root.Length..].Split('/');
        return (context.Request.Method, parts) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(context),
            ("POST", ["invocation", var id, "response"]) => ResponseAsync(context, id),
            ("POST", ["invocation", var id, "error"]) => ErrorAsync(context, id),
            ("POST", ["init", "error"]) => InitErrorAsync(context),
            _ => RuntimeApiResponse.NotFound.WriteAsync(context),
        };
    }

    private async Task NextAsync(HttpContext context)
    {
        if (await WaitAsync(context.RequestAborted) is not { } handover)
        {
            await RuntimeApiResponse.OutOfTurn.WriteAsync(context);
            return;
        }

        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = handover.Invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = handover.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = session.Arn;
        if (handover.Invocation.TraceId is { } trace)
            headers["Lambda-Runtime-Trace-Id"] = trace;
        if (handover.Invocation.ClientContext is { } client)
            headers["Lambda-Runtime-Client-Context"] = client;
        await RuntimeApiResponse.WriteAsync(context, StatusCodes.Status200OK, handover.Invocation.Payload);
    }

    private async Task<PendingInvocation?> WaitAsync(CancellationToken hungUp)
    {
        try
        {
            return await session.TakeAsync(hungUp);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task ResponseAsync(HttpContext context, string id)
    {
        if (await RequestBody.ReadAsync(context) is not { } body)
        {
            // A runtime ends after a refused response, so it must not receive the next invocation.
            session.End(
                FunctionError.TooLarge,
                $"Response payload size exceeded maximum allowed payload size ({RequestBody.MaxLength} bytes).");
            await RuntimeApiResponse.TooLarge.WriteAsync(context);
            return;
        }

        await AcknowledgeAsync(context, session.Answer(id, new InvocationResult(body, null)));
    }

    private async Task ErrorAsync(HttpContext context, string id) =>
        await AcknowledgeAsync(context, await ReadErrorAsync(context) is { } error && session.Answer(id, error));

    private async Task InitErrorAsync(HttpContext context)
    {
        if (await ReadErrorAsync(context) is { } error)
            session.FailStart(error);
        await RuntimeApiResponse.Accepted.WriteAsync(context);
    }

    private static async Task<InvocationResult?> ReadErrorAsync(HttpContext context)
    {
        if (await RequestBody.ReadAsync(context) is not { } body)
            return null;
        var type = context.Request.Headers["Lambda-Runtime-Function-Error-Type"].FirstOrDefault();
        return new InvocationResult(body, FunctionErrorJson.Read(body, type));
    }

    private static Task AcknowledgeAsync(HttpContext context, bool known) =>
        (known ? RuntimeApiResponse.Accepted : RuntimeApiResponse.UnknownRequest).WriteAsync(context);
}
