using System.Globalization;
using System.Net;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Testing;

/// <summary>
/// A proxy between a client and DynamoDB Local. It forwards a chosen request and drops its response: the connection breaks, as in
/// a network failure.
/// </summary>
public sealed class LostAnswers : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly HttpClient http = new();
    private readonly string target;
    private string? losing;

    /// <param name="target">The emulator's address.</param>
    public LostAnswers(string target)
    {
        this.target = target;
        while (!listener.IsListening)
        {
            ServiceUrl = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{LoopbackPort.AnyFree()}/");
            listener.Prefixes.Clear();
            listener.Prefixes.Add(ServiceUrl);
            try
            {
                listener.Start();
            }
            catch (HttpListenerException)
            {
                // Another process has taken that port.
            }
        }

        _ = Task.Run(ListenAsync);
    }

    /// <summary>The ServiceURL for clients.</summary>
    public string ServiceUrl { get; private set; } = "";

    /// <summary>The number of lost responses.</summary>
    public int Lost { get; private set; }

    /// <summary>Loses the response to the next request of an operation, such as <c>UpdateItem</c>.</summary>
    public void LoseNext(string operation) => losing = operation;

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Close();
        http.Dispose();
    }

    private async Task ListenAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                await PassAsync(await listener.GetContextAsync());
            }
            catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The client disconnected, or the test ended.
            }
        }
    }

    private async Task PassAsync(HttpListenerContext context)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, target) { Content = new StreamContent(context.Request.InputStream) };
        foreach (var name in context.Request.Headers.AllKeys.OfType<string>())
        {
            if (!request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name]))
                request.Content.Headers.TryAddWithoutValidation(name, context.Request.Headers[name]);
        }

        request.Headers.Host = null;
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (losing is { } operation
            && context.Request.Headers["X-Amz-Target"]?.EndsWith($".{operation}", StringComparison.Ordinal) is true)
        {
            losing = null;
            Lost++;
            context.Response.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        foreach (var header in answer.Headers.Where(header => header.Key.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase)))
            context.Response.AddHeader(header.Key, string.Join(',', header.Value));
        context.Response.ContentLength64 = body.Length;
        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
    }
}
