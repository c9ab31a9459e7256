using System.Collections.Frozen;
using Amazon.Runtime;

namespace Watchkeeper.Aws.Channels;

/// <summary>
/// What SendEmail alone answers (API reference of SES, SendEmail, «Errors»; developer guide, «Errors related to the sending quotas»).
/// </summary>
internal static class SesFaults
{
    private static readonly Verdict ConfigurationSetMissing = Verdict.Refuse("the configuration set does not exist");

    private static readonly Verdict NotVerified = Verdict.Refuse(
        "an address is not verified in this region; verify the sender, and in the SES sandbox every recipient too");

    private static readonly FrozenDictionary<string, Verdict> ByCode = new Dictionary<string, Verdict>(StringComparer.Ordinal)
    {
        ["AccountSendingPausedException"] = Verdict.Refuse("sending is paused for the whole account; see SES's reputation dashboard"),
        ["ConfigurationSetDoesNotExist"] = ConfigurationSetMissing,
        ["ConfigurationSetDoesNotExistException"] = ConfigurationSetMissing,
        ["ConfigurationSetSendingPausedException"] = Verdict.Refuse("sending is paused for the configuration set; resume it"),
        ["MailFromDomainNotVerifiedException"] = Verdict.Refuse("the MAIL FROM domain is not verified; check its MX record"),
        ["InvalidParameterValue"] = Verdict.Refuse("an address or another value is malformed"),
        ["LimitExceeded"] = Verdict.Wait("a quota of SES is reached"),
        ["LimitExceededException"] = Verdict.Wait("a quota of SES is reached"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Verdict? Explain(AmazonServiceException answer) => answer.ErrorCode switch
    {
        "MessageRejected" => Says(answer, "not verified") ? NotVerified : Verdict.Refuse("SES refused what the mail says or whom it is for"),
        // The daily quota frees itself bit by bit over 24 hours; asking each minute is of no use.
        "Throttling" or "ThrottlingException" when Says(answer, "daily") =>
            Verdict.Wait("the daily sending quota is used up", TimeSpan.FromHours(1)),
        "Throttling" or "ThrottlingException" => Verdict.Wait("the sending rate is above the account's"),
        { } code => ByCode.GetValueOrDefault(code),
        null => null,
    };

    private static bool Says(AmazonServiceException answer, string words) =>
        answer.Message?.Contains(words, StringComparison.OrdinalIgnoreCase) is true;
}
