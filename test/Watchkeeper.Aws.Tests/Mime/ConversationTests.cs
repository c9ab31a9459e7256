using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Mime;

/// <summary>Which mails are one conversation, by the rules that the vendors of mail programs document.</summary>
public sealed class ConversationTests
{
    private const string Root = "0102018bcf00-1111@eu-west-1.amazonses.com";

    [Theory]
    [InlineData(Root)]
    [InlineData(null)]
    public void A_later_mail_joins_the_first_whether_or_not_the_id_of_the_first_is_known(string? root)
    {
        using var first = (Mails.Create() with { MessageId = Root }).Read();
        using var later = (Mails.Create(isOpening: false) with { MessageId = "later@x", RootMessageId = root }).Read();

        MailConversation.IsOneInGmail(first, later).ShouldBeTrue();
        MailConversation.IsOneInOutlook(first, later).ShouldBeTrue();
        MailConversation.IsOneByReferences(first, later).ShouldBeTrue();
        later.InReplyTo.ShouldBe(root);
    }

    [Fact]
    public void A_later_mail_names_the_anchor_and_the_first_mail()
    {
        using var first = Mails.Create().Read();
        using var later = (Mails.Create(isOpening: false) with { RootMessageId = Root }).Read();

        first.References.ShouldBe([$"{Mails.Incident}@shop.example"]);
        first.InReplyTo.ShouldBeNull();
        later.References.ShouldBe([$"{Mails.Incident}@shop.example", Root]);
    }

    [Fact]
    public void Two_later_mails_are_one_conversation_even_if_the_first_mail_is_deleted()
    {
        using var one = (Mails.Create(isOpening: false) with { MessageId = "1@x", RootMessageId = Root }).Read();
        using var other = (Mails.Create(isOpening: false) with { MessageId = "2@x", RootMessageId = Root }).Read();

        MailConversation.IsOne(one, other).ShouldBeTrue();
    }

    [Fact]
    public void Two_incidents_with_the_same_subject_are_two_conversations()
    {
        using var one = (Mails.Create() with { MessageId = "1@x" }).Read();
        using var other = (Mails.Create(incident: "inc-6924068912ab34cd56ee") with { MessageId = "2@x" }).Read();

        one.Subject.ShouldBe(other.Subject);
        MailConversation.IsOneAnywhere(one, other).ShouldBeFalse();
    }

    [Fact]
    public void Another_subject_or_topic_would_split_the_conversation()
    {
        using var first = (Mails.Create("Opened: order-cpu") with { MessageId = Root }).Read();
        using var later = (Mails.Create("Resolved: order-cpu", isOpening: false) with { RootMessageId = Root }).Read();

        MailConversation.IsOneInGmail(first, later).ShouldBeFalse();
        MailConversation.IsOneInOutlook(first, later).ShouldBeFalse();
    }
}
