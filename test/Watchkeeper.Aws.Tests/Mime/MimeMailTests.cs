using System.Text;
using MimeKit;
using MimeKit.Text;
using Shouldly;
using Watchkeeper.Aws.Mime;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Aws.Tests.Mime;

public sealed class MimeMailTests
{
    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Fact]
    public void A_mail_program_reads_every_part()
    {
        using var mail = (Mails.Create("磁盘已满：order-db") with
        {
            Text = "服务：order\nSecond line with a blank at its end \n",
            Html = "<p>ä &amp; 订单</p>\n",
            MessageId = "a1@shop.example",
            Date = Mails.Began,
        }).Read();

        mail.From.ToString().ShouldBe("\"Watchkeeper\" <watchkeeper@shop.example>");
        mail.To.ToString().ShouldBe("ops@shop.example");
        mail.Subject.ShouldBe("磁盘已满：order-db");
        mail.Date.ShouldBe(Mails.Began);
        mail.MessageId.ShouldBe("a1@shop.example");
        mail.Body.ShouldBeOfType<MultipartAlternative>().Select(part => part.ContentType.MimeType)
            .ShouldBe(["text/plain", "text/html"]);
        BodyOf(mail, TextFormat.Plain).ShouldBe("服务：order\nSecond line with a blank at its end \n");
        BodyOf(mail, TextFormat.Html).ShouldBe("<p>ä &amp; 订单</p>\n");
    }

    [Fact]
    public void A_mail_without_HTML_has_one_part()
    {
        using var mail = (Mails.Create() with { Html = "" }).Read();

        mail.BodyParts.ShouldHaveSingleItem().ContentType.MimeType.ShouldBe("text/plain");
    }

    [Fact]
    public void Automatic_answers_are_unwanted_and_bounces_are_wanted()
    {
        using var mail = Mails.Create().Read();

        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.Headers["X-Auto-Response-Suppress"]!.Split(", ").ShouldBe(["DR", "RN", "NRN", "OOF", "AutoReply"]);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_adds_no_header_and_no_part(string name)
    {
        var text = HostileText.Get(name);
        using var tame = Mails.Create().Read();
        using var mail = (Mails.Create(text, incident: text) with
        {
            From = new Mailbox(InertText.Line(text, 255), "watchkeeper@shop.example"),
            Text = text,
            Html = text,
        }).Read();

        mail.Headers.Select(header => header.Field).Except(["References"])
            .ShouldBe(tame.Headers.Select(header => header.Field).Except(["References"]));
        mail.BodyParts.Select(part => part.ContentType.MimeType).ShouldBe(["text/plain", "text/html"]);
        mail.To.Mailboxes.Select(mailbox => mailbox.Address).ShouldBe(["ops@shop.example"]);
        mail.From.Mailboxes.Select(mailbox => mailbox.Address).ShouldBe(["watchkeeper@shop.example"]);
        mail.Cc.Count.ShouldBe(0);
        mail.Bcc.Count.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_arrives_unchanged(string name)
    {
        var text = HostileText.Get(name);
        using var mail = (Mails.Create(text) with { Text = text, Html = text }).Read();

        // What is no Unicode becomes U+FFFD.
        var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        mail.Subject.ShouldBe(InertText.Line(expected));
        BodyOf(mail, TextFormat.Plain).ReplaceLineEndings("\n").ShouldBe(expected.ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Every_line_is_short_and_ASCII(string name)
    {
        var text = HostileText.Get(name);
        var mail = Encoding.Latin1.GetString((Mails.Create(text) with { Text = text, Html = text }).ToBytes());

        var lines = mail.Split("\r\n");
        lines.ShouldAllBe(line => line.Length <= 78 && line.All(char.IsAscii));
        lines.ShouldAllBe(line => !line.Contains('\r') && !line.Contains('\n'));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("警")]
    [InlineData("\U0001f525")]
    [InlineData("word ")]
    public void A_name_of_255_letters_arrives_whole(string letter)
    {
        var name = string.Concat(Enumerable.Repeat(letter, 255)).Trim();

        using var mail = (Mails.Create(name) with { From = new Mailbox(name, "watchkeeper@shop.example") }).Read();

        mail.Subject.ShouldBe(name);
        mail.Headers["Thread-Topic"].ShouldBe(name);
        mail.From.Mailboxes.Single().Name.ShouldBe(name);
    }

    [Fact]
    public void No_encoded_word_splits_a_character()
    {
        var subject = string.Concat(Enumerable.Repeat("\U0001f468‍\U0001f469‍\U0001f467 a", 12));
        var mail = Encoding.ASCII.GetString(Mails.Create(subject).ToBytes());

        foreach (var word in mail.Split(["=?utf-8?B?", "?="], StringSplitOptions.None).Where((_, i) => i % 2 == 1))
            new UTF8Encoding(false, true).GetString(Convert.FromBase64String(word)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Text_in_ASCII_stays_readable_and_Chinese_text_stays_small()
    {
        var chinese = string.Concat(Enumerable.Repeat("磁盘已满，订单服务受影响。\n", 500));
        var mail = (Mails.Create() with { Text = "What: order-cpu = 97 %\n", Html = chinese }).ToBytes();

        Encoding.ASCII.GetString(mail).ShouldContain("What: order-cpu =3D 97 %\r\n");
        mail.Length.ShouldBeLessThan(Encoding.UTF8.GetByteCount(chinese) * 3 / 2);
    }

    [Fact]
    public void Equal_mails_have_equal_bytes() => Mails.Create().ToBytes().ShouldBe(Mails.Create().ToBytes());

    private static string BodyOf(MimeMessage mail, TextFormat format) =>
        mail.GetTextBody(format)!.Replace("\r\n", "\n", StringComparison.Ordinal);
}
