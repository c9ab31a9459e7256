using Microsoft.AspNetCore.Http;
using Watchkeeper.Cli.Advisor;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Serves the Support API to other processes by HTTP.</summary>
internal static class SupportServer
{
    /// <summary>Starts the server.</summary>
    public static Task<LoopbackServer> StartAsync(SupportApi api) =>
        LoopbackServer.StartAsync(context => AnswerAsync(api, context));

    private static async Task AnswerAsync(SupportApi api, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var answer = api.Answer(context.Request.Headers["X-Amz-Target"], body.ToArray());
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = SupportResponse.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }
}
