using System.Collections.Frozen;
using Amazon.Runtime;
using Amazon.SimpleEmail.Model;
using Watchkeeper.Aws.Errors;

namespace Watchkeeper.Aws.Channels;

/// <summary>
/// Errors specific to SendRawEmail (API reference of SES, SendRawEmail, «Errors»; developer guide, «Errors related to the sending
/// quotas»). Paused sending and unverified identities need a person. A message that waited would hide the problem, so the channel
/// gives up at once, which triggers the alarm on failed sends.
/// </summary>
internal static class SesErrors
{
    private static readonly FrozenDictionary<string, Func<SendRawEmailRequest, Verdict>> ByCode =
        new Dictionary<string, Func<SendRawEmailRequest, Verdict>>(StringComparer.Ordinal)
        {
            ["AccountSendingPausedException"] = _ => Verdict.Refuse(
                "sending is paused for the whole account in this region. See SES's reputation metrics for the reason; when it is "
                + "fixed, resume sending with update-account-sending-enabled, or by the support case if AWS paused it"),
            ["ConfigurationSetDoesNotExist"] = MissingSet,
            ["ConfigurationSetDoesNotExistException"] = MissingSet,
            ["ConfigurationSetSendingPausedException"] = request => Verdict.Refuse(
                $"sending is paused for the configuration set{Named(request)}; "
                + "resume it with update-configuration-set-sending-enabled"),
            ["MailFromDomainNotVerifiedException"] = request => Verdict.Refuse(
                $"the MAIL FROM domain of {request.Source} is not verified: publish its MX record "
                + "(an output of the stack, if the stack made the identity), "
                + "or let SES use its own domain while the record is missing"),
            ["InvalidParameterValue"] = _ => Verdict.Refuse("an address or another value is malformed"),
            ["LimitExceeded"] = _ => Verdict.Wait("a quota of SES is reached"),
            ["LimitExceededException"] = _ => Verdict.Wait("a quota of SES is reached"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Verdict? Explain(AmazonServiceException answer, SendRawEmailRequest request) => answer.ErrorCode switch
    {
        "MessageRejected" => Says(answer, "not verified")
            ? Verdict.Refuse(SesParties.NotVerified(answer.Message, request))
            : Verdict.Refuse("SES refused the content or the recipient of the mail"),
        // The daily quota recovers gradually over 24 hours. A retry each minute would be useless.
        "Throttling" or "ThrottlingException" when Says(answer, "daily") =>
            Verdict.Wait("the daily sending quota is used up", TimeSpan.FromHours(1)),
        "Throttling" or "ThrottlingException" => Verdict.Wait("the sending rate is above the account's limit"),
        { } code => ByCode.GetValueOrDefault(code)?.Invoke(request),
        null => null,
    };

    private static Verdict MissingSet(SendRawEmailRequest request) => Verdict.Refuse(
        $"the configuration set{Named(request)} does not exist in this region; deploy the stack again to create it");

    private static string Named(SendRawEmailRequest request) =>
        request.ConfigurationSetName is { Length: > 0 } name ? $" {name}" : "";

    private static bool Says(AmazonServiceException answer, string words) =>
        answer.Message?.Contains(words, StringComparison.OrdinalIgnoreCase) is true;
}
