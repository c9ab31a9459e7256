using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Sets up what moto emulates, by AWS's Query protocol: calls that the product itself never makes, so no client of it has them.</summary>
internal sealed class QueryApi(HttpClient http, string serviceUrl, string region)
{
    /// <summary>Makes one call; parameters are name and value in turn.</summary>
    /// <exception cref="RunException">It was refused.</exception>
    public async Task CallAsync(
        string service, string version, string action, CancellationToken cancellationToken, params (string Name, string Value)[] parameters)
    {
        using var content = new FormUrlEncodedContent(
        [
            new("Action", action),
            new("Version", version),
            .. parameters.Select(each => KeyValuePair.Create(each.Name, each.Value)),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(serviceUrl)) { Content = content };
        UncheckedSignature.AddTo(request, service, region);
        using var answer = await http.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new RunException($"moto refused {service} {action}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
