using System.Collections.Frozen;

namespace Watchkeeper.Aws.Errors;

/// <summary>Errors common to all AWS services, by error code («Common error types» of the API references).</summary>
internal static class CommonErrors
{
    private static readonly Verdict Throttled = Verdict.Wait("the service throttles the calls");
    private static readonly Verdict Failing = Verdict.Wait("the service is failing");
    private static readonly Verdict Expired =
        Verdict.Wait("the credentials or the request had expired; the retry uses fresh ones");
    private static readonly Verdict Denied = Verdict.Refuse("not allowed; check the function's role and the resource's policy");
    private static readonly Verdict BadCredentials =
        Verdict.Refuse("the credentials are not valid; check the function's role and region");
    private static readonly Verdict Malformed = Verdict.Refuse("the service rejected the request as malformed");

    private static readonly FrozenDictionary<string, Verdict> ByCode = new Dictionary<string, Verdict>(StringComparer.Ordinal)
    {
        ["InternalError"] = Failing,
        ["InternalFailure"] = Failing,
        ["InternalServerError"] = Failing,
        ["ServiceUnavailable"] = Failing,
        ["ServiceUnavailableException"] = Failing,
        ["RequestTimeout"] = Failing,
        ["RequestTimeoutException"] = Failing,
        ["ExpiredToken"] = Expired,
        ["ExpiredTokenException"] = Expired,
        ["RequestExpired"] = Expired,
        ["RequestTimeTooSkewed"] = Expired,
        ["AccessDenied"] = Denied,
        ["AccessDeniedException"] = Denied,
        ["NotAuthorized"] = Denied,
        ["UnauthorizedOperation"] = Denied,
        ["OptInRequired"] = Verdict.Refuse("the account has not subscribed to the service"),
        ["IncompleteSignature"] = BadCredentials,
        ["InvalidClientTokenId"] = BadCredentials,
        ["MissingAuthenticationToken"] = BadCredentials,
        ["MissingAuthenticationTokenException"] = BadCredentials,
        ["SignatureDoesNotMatch"] = BadCredentials,
        ["UnrecognizedClientException"] = BadCredentials,
        ["InvalidAction"] = Malformed,
        ["InvalidParameterCombination"] = Malformed,
        ["InvalidParameterValue"] = Malformed,
        ["InvalidQueryParameter"] = Malformed,
        ["MalformedQueryString"] = Malformed,
        ["MissingAction"] = Malformed,
        ["MissingParameter"] = Malformed,
        ["ValidationError"] = Malformed,
        ["ValidationException"] = Malformed,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Verdict? Explain(string code) =>
        ThrottlingErrors.Codes.Contains(code) ? Throttled : ByCode.GetValueOrDefault(code);
}
