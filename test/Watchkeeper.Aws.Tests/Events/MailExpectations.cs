namespace Watchkeeper.Aws.Tests.Events;

/// <summary>Whose row of the send log each event of SES is about, and what the row will say.</summary>
internal static class MailExpectations
{
    public static Dictionary<string, string> ByFile { get; } = new(StringComparer.Ordinal)
    {
        ["mail/010-order-cpu-mail-delayed"] =
            "inc-6afc0d04d84891fb3f11 T#0000000001 delayed: TransientCommunicationFailure: smtp; 421 4.4.1 Unable to connect to remote host: "
            + "SES tries until 2026-11-17 22:15 UTC",
        ["mail/020-db-cpu-mail-bounced-by-dmarc"] =
            "inc-6afc0e12ad9bd98cae77 T#0000000001 could not be delivered: bounced: Permanent, General: smtp; 550 5.7.26 Unauthenticated email "
            + "from shop.example is not accepted due to the domain's DMARC policy",
        ["mail/021-db-cpu-mail-bounced-by-dmarc-delivered-twice"] =
            "inc-6afc0e12ad9bd98cae77 T#0000000001 could not be delivered: bounced: Permanent, General: smtp; 550 5.7.26 Unauthenticated email "
            + "from shop.example is not accepted due to the domain's DMARC policy",
        ["mail/030-payment-queue-mail-on-suppression-list"] =
            "inc-6afc10dadd262b84b1f1 T#0000000001 could not be delivered: bounced: Permanent, OnAccountSuppressionList: Amazon SES did not send "
            + "the message to this address because it is on the suppression list for your account.",
        ["mail/050-warehouse-mail-called-spam"] = "inc-6afc12eac8c906242f4d T#0000000001 complained about: abuse",
        ["mail/040-warehouse-replacement-mail-rejected"] =
            "inc-6afc12eac8c906242f4d N#replace-instance.0 could not be delivered: rejected: Bad content",
        ["mail/060-db-storage-mail-not-rendered"] =
            "inc-6afc1f572d144e8e87f8 T#0000000001 could not be delivered: not composed: The mail could not be composed: its headers are longer "
            + "than Amazon SES takes.",
        ["mail/070-another-senders-mail-bounced"] = "ignored another-sender",
        ["mail/080-mail-of-a-row-that-has-gone-bounced"] =
            "inc-69000000aaaabbbbcccc T#0000000001 could not be delivered: bounced: Transient, MailboxFull: smtp; 552 5.2.2 mailbox full",
    };
}
