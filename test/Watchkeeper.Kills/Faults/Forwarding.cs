using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Watchkeeper.Cli.Emulators;

namespace Watchkeeper.Kills.Faults;

/// <summary>Forwards a request and its response byte for byte. The request counts even if its sender is gone meanwhile.</summary>
/// <param name="alarms">The file with the alarms of CloudWatch.</param>
internal sealed class Forwarding(string alarms) : IDisposable
{
    private static readonly string[] OfTheConnection = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive", "Expect"];

    private readonly HttpClient http = new(
        new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });

    public async Task<HttpResponseMessage> SendAsync(Uri upstream, HttpRequest from, byte[] body)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(from.Method), new Uri(upstream, $"{from.Path}{from.QueryString}"));
        request.Content = new ByteArrayContent(body);
        foreach (var (name, values) in from.Headers.Where(
            header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        request.Headers.TryAddWithoutValidation(MotoAlarms.Header, alarms);
        return await http.SendAsync(request, CancellationToken.None);
    }

    public static async Task AnswerAsync(HttpResponse to, HttpResponseMessage answer)
    {
        to.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!OfTheConnection.Contains(name, StringComparer.OrdinalIgnoreCase))
                to.Headers[name] = new StringValues([.. values]);
        }

        await to.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync(), to.HttpContext.RequestAborted);
    }

    public void Dispose() => http.Dispose();
}
