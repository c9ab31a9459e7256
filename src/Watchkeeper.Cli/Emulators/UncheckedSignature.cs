namespace Watchkeeper.Cli.Emulators;

/// <summary>The header of a signed request for emulators, which check no signature and look for service and region in its scope.</summary>
internal static class UncheckedSignature
{
    public static void AddTo(HttpRequestMessage request, string service, string region) => request.Headers.TryAddWithoutValidation(
        "Authorization",
        $"AWS4-HMAC-SHA256 Credential=local/20260101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
}
