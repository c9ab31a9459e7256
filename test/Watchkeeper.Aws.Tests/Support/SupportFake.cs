using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Watchkeeper.Aws.Tests.Support;

/// <summary>
/// Answers as Trusted Advisor's part of the AWS Support API, by the JSON 1.1 protocol. moto has only empty results, so results
/// come from here.
/// </summary>
internal sealed class SupportFake : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Func<string, JsonElement, (int Status, string Body)> answer;

    /// <param name="answer">Maps an operation's name and request to its answer.</param>
    public SupportFake(Func<string, JsonElement, (int Status, string Body)> answer)
    {
        this.answer = answer;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Url = $"http://{probe.LocalEndpoint}/";
        probe.Stop();
        listener.Prefixes.Add(Url);
        listener.Start();
        _ = ServeAsync();
    }

    public string Url { get; }

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                await AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var operation = context.Request.Headers["X-Amz-Target"]!["AWSSupport_20130415.".Length..];
        using var request = await JsonDocument.ParseAsync(context.Request.InputStream);
        var (status, body) = answer(operation, request.RootElement);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        await using var output = context.Response.OutputStream;
        await output.WriteAsync(Encoding.UTF8.GetBytes(body));
    }
}
