using System.Collections.Frozen;
using Amazon.Runtime;
using Watchkeeper.Aws.Errors;

namespace Watchkeeper.Aws.Channels;

/// <summary>Errors specific to Publish (API reference of SNS, Publish, «Errors»).</summary>
internal static class SnsErrors
{
    private static readonly FrozenDictionary<string, Verdict> ByCode = new Dictionary<string, Verdict>(StringComparer.Ordinal)
    {
        ["AuthorizationError"] = Verdict.Refuse(
            "publishing is not allowed; check sns:Publish in the function's role and the topic's policy, and for phone numbers "
            + "the template's SmsToPhones"),
        ["EndpointDisabled"] = Verdict.Refuse(
            "the endpoint is disabled: the platform no longer knows its device; let the app register it again"),
        ["InvalidSecurity"] = Verdict.Refuse("the credentials are not valid, or the call was not made over HTTPS"),
        ["KMSAccessDenied"] = Verdict.Refuse(
            "the topic's key may not be used; check kms:GenerateDataKey and kms:Decrypt in role and key policy"),
        ["KMSDisabled"] = Verdict.Refuse("the topic's key is disabled; enable it"),
        ["KMSInvalidState"] = Verdict.Refuse(
            "the topic's key cannot be used in its state; check whether its deletion is scheduled"),
        ["KMSNotFound"] = Verdict.Refuse("the topic's key does not exist"),
        ["KMSOptInRequired"] = Verdict.Refuse("the account has not subscribed to KMS"),
        ["KMSThrottling"] = Verdict.Wait("KMS throttles the calls"),
        ["NotFound"] = Verdict.Refuse("the topic does not exist; check its ARN and region"),
        ["OptedOut"] = OptedOut,
        ["OptedOutException"] = OptedOut,
        ["PlatformApplicationDisabled"] = Verdict.Refuse("the platform application is disabled"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static Verdict OptedOut =>
        Verdict.Refuse("the owner of the phone number takes no more SMS of this account: opt it in again, once in 30 days");

    private static readonly FrozenSet<string> OfAParameter =
        FrozenSet.Create(StringComparer.Ordinal, "InvalidParameter", "ParameterValueInvalid", "ValidationException");

    public static Verdict? Explain(AmazonServiceException answer)
    {
        var code = answer.ErrorCode ?? "";
        return OfAParameter.Contains(code)
            ? Verdict.Refuse($"SNS rejected a parameter: {AwsErrors.WordsOf(answer)}")
            : ByCode.GetValueOrDefault(code);
    }
}
