using System.Text;
using Microsoft.AspNetCore.Http;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Benchmarks.Channels;

/// <summary>Takes every publication and every mail, as SNS and SES answer (API references, Publish and SendRawEmail).</summary>
internal sealed class AwsAnswers : IAsyncDisposable
{
    private readonly LoopbackServer server;

    private AwsAnswers(LoopbackServer server) => this.server = server;

    public string Url => $"http://{server.Endpoint}";

    public static async Task<AwsAnswers> StartAsync() => new(await LoopbackServer.StartAsync(AnswerAsync));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var isMail = (await body.ReadToEndAsync(context.RequestAborted)).Contains("Action=SendRawEmail", StringComparison.Ordinal);
        var (action, space) = isMail
            ? ("SendRawEmail", "http://ses.amazonaws.com/doc/2010-12-01/")
            : ("Publish", "http://sns.amazonaws.com/doc/2010-03-31/");
        var answer = Encoding.UTF8.GetBytes(
            $"""
            <{action}Response xmlns="{space}"><{action}Result><MessageId>{Guid.NewGuid()}</MessageId></{action}Result>
            <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{action}Response>
            """);
        context.Response.ContentType = "text/xml";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }
}
