using Shouldly;
using Watchkeeper.Aws.Mime;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Mime;

public sealed class MailboxTests
{
    [Theory]
    [InlineData("kim@shop.example", "", "kim@shop.example")]
    [InlineData(" kim+night@eu.shop.example ", "", "kim+night@eu.shop.example")]
    [InlineData("Kim <kim@shop.example>", "Kim", "kim@shop.example")]
    [InlineData("\"Kim, on call\" <kim@shop.example>", "Kim, on call", "kim@shop.example")]
    [InlineData("值班 <kim@shop.example>", "值班", "kim@shop.example")]
    [InlineData("Kim\r\nBcc: x@y <kim@shop.example>", "Kim Bcc: x@y", "kim@shop.example")]
    public void An_address_is_read_with_its_name(string text, string name, string address) =>
        Mailbox.Parse(text).ShouldBe(new Mailbox(name, address));

    [Theory]
    [InlineData("")]
    [InlineData("kim")]
    [InlineData("@shop.example")]
    [InlineData("kim@")]
    [InlineData("kim@lee@shop.example")]
    [InlineData("kim lee@shop.example")]
    [InlineData("kim@shop.example, lee@shop.example")]
    [InlineData("kim@shop.example\r\nBcc: lee@shop.example")]
    [InlineData("<kim@shop.example> lee")]
    [InlineData("Kim <kim@shop.example")]
    [InlineData("金@shop.example")]
    public void Anything_else_is_refused(string text) => Mailbox.Parse(text).ShouldBeNull();

    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void An_address_holds_no_blank_and_no_control(string name)
    {
        var text = HostileText.Get(name);
        foreach (var form in new[] { text, $"{text}@shop.example", $"kim@{text}", $"{text} <kim@shop.example>", $"Kim <{text}>" })
            Mailbox.Parse(form)?.Address.ShouldAllBe(c => c > ' ' && c <= '~' && c != '<' && c != ',');
    }
}
