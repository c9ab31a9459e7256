namespace Watchkeeper.Cli.Emulators;

/// <summary>
/// Adds the header of a signed request. Emulators do not verify the signature, but read service and region from its scope.
/// </summary>
internal static class UncheckedSignature
{
    public static void AddTo(HttpRequestMessage request, string service, string region) =>
        request.Headers.TryAddWithoutValidation(
        "Authorization",
        $"AWS4-HMAC-SHA256 Credential=local/20260101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
}
