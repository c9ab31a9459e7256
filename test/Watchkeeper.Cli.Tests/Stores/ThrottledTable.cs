using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Cli.Tests.Stores;

/// <summary>
/// An endpoint in front of DynamoDB Local that throttles, as DynamoDB's API reference describes it («Error handling»), and
/// forwards the rest.
/// </summary>
internal sealed class ThrottledTable : IAsyncDisposable
{
    private readonly HttpClient http = new();
    private readonly string target;
    private LoopbackServer server = null!;

    private ThrottledTable(string target) => this.target = target;

    public string ServiceUrl => $"http://{server.Endpoint}";

    /// <summary>The operation to throttle, such as UpdateItem; empty for all.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The error's name.</summary>
    public string Error { get; init; } = "ProvisionedThroughputExceededException";

    /// <summary>Whether batches of reads are answered with nothing read in place of the error.</summary>
    public bool LeavesBatches { get; init; }

    /// <summary>How many requests are still throttled.</summary>
    public int Left { get; set; }

    /// <summary>How many requests were throttled.</summary>
    public int Throttled { get; private set; }

    public static async Task<ThrottledTable> StartAsync(
        string target, int left, string operation = "", string error = "ProvisionedThroughputExceededException",
        bool leavesBatches = false)
    {
        var table = new ThrottledTable(target)
        {
            Left = left,
            Operation = operation,
            Error = error,
            LeavesBatches = leavesBatches,
        };
        table.server = await LoopbackServer.StartAsync(table.AnswerAsync);
        return table;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        context.Response.ContentType = "application/x-amz-json-1.0";
        if (context.Request.Headers["X-Amz-Target"].ToString().EndsWith($".{Operation}", StringComparison.Ordinal)
            || Operation.Length == 0)
        {
            if (Left > 0)
            {
                Left--;
                Throttled++;
                await ThrottleAsync(context, body.ToArray());
                return;
            }
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(body.ToArray()) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-amz-json-1.0");
        foreach (var name in new[] { "X-Amz-Target", "X-Amz-Date", "Authorization" })
            request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].ToString());
        using var answer = await http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private async Task ThrottleAsync(HttpContext context, byte[] request)
    {
        if (LeavesBatches)
        {
            using var asked = System.Text.Json.JsonDocument.Parse(request);
            await context.Response.WriteAsync(
                $$"""{"Responses":{},"UnprocessedKeys":{{asked.RootElement.GetProperty("RequestItems").GetRawText()}}}""");
            return;
        }

        context.Response.StatusCode = 400;
        await context.Response.WriteAsync(
            $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{Error}}","message":"The throughput was exceeded."}""");
    }
}
