namespace Watchkeeper.Aws.Connections;

/// <summary>
/// Adds the address, and the setting that it came from, to the error of a failed connection. «Connection refused» alone names
/// neither.
/// </summary>
internal sealed class NamedSilence(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Setting = "AWS_ENDPOINT_URL";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException silence)
            when (silence.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            var address = request.RequestUri!.GetLeftPart(UriPartial.Authority);
            throw new HttpRequestException(
                silence.HttpRequestError, $"No service answers at {address}{WhoseSetting(address)}: {silence.Message}", silence);
        }
    }

    private static string WhoseSetting(string address) =>
        Environment.GetEnvironmentVariable(Setting)?.StartsWith(address, StringComparison.OrdinalIgnoreCase) is true
            ? $", the address in {Setting}. Check that the emulator runs and that this name reaches it"
            : "";
}
