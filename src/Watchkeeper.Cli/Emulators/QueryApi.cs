using System.Text;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>
/// Prepares moto by the AWS Query protocol, and by the AWS JSON protocol. The product never makes these calls, so it has no
/// client for them.
/// </summary>
internal sealed class QueryApi(HttpClient http, string serviceUrl, string region)
{
    /// <summary>Makes one call; the parameters are pairs of name and value.</summary>
    /// <exception cref="RunException">moto refused the call.</exception>
    public async Task CallAsync(
        string service, string version, string action, CancellationToken cancellationToken,
        params (string Name, string Value)[] parameters)
    {
        using var content = new FormUrlEncodedContent(
        [
            new("Action", action),
            new("Version", version),
            .. parameters.Select(each => KeyValuePair.Create(each.Name, each.Value)),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(serviceUrl)) { Content = content };
        await SendAsync(request, service, action, cancellationToken);
    }

    /// <summary>Makes one call with a JSON body; <paramref name="target"/> names service and operation.</summary>
    /// <exception cref="RunException">moto refused the call.</exception>
    public async Task CallJsonAsync(string service, string target, JsonObject body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(serviceUrl)) { Content = content };
        request.Headers.Add("X-Amz-Target", target);
        await SendAsync(request, service, target, cancellationToken);
    }

    private async Task SendAsync(
        HttpRequestMessage request, string service, string action, CancellationToken cancellationToken)
    {
        UncheckedSignature.AddTo(request, service, region);
        using var answer = await http.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new RunException(
                $"moto refused {service} {action}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }
}
