using Shouldly;
using Watchkeeper.Notification.Links;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Links;

public class RunbookLinkTests
{
    [Theory]
    [InlineData("https://wiki.example.com/a", "https://wiki.example.com/a")]
    [InlineData("HTTPS://Wiki.Example.com", "https://wiki.example.com/")]
    [InlineData("https://wiki.example.com:8443/a b?x=1&y=<z>#part", "https://wiki.example.com:8443/a%20b?x=1&y=%3Cz%3E#part")]
    [InlineData("https://wiki.example.com/手册", "https://wiki.example.com/%E6%89%8B%E5%86%8C")]
    [InlineData("https://xn--e1afmkfd.example/\"onclick", "https://xn--e1afmkfd.example/%22onclick")]
    public void An_https_address_is_passed_on_in_its_encoded_form(string runbook, string expected) =>
        RunbookLink.From(runbook).ShouldBe(expected);

    [Fact]
    public void A_host_that_imitates_another_is_shown_in_its_encoded_form() =>
        RunbookLink.From("https://аmazon.com/").ShouldBe("https://xn--mazon-3ve.com/");

    [Theory]
    [InlineData("")]
    [InlineData("http://wiki.example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://wiki.example.com")]
    [InlineData("//wiki.example.com")]
    [InlineData("/relative")]
    [InlineData("https://console.aws.amazon.com@evil.example/")]
    [InlineData("https://user:secret@wiki.example.com/")]
    [InlineData("https:///nohost")]
    [InlineData("https://")]
    public void Any_other_text_is_no_link(string runbook) => RunbookLink.From(runbook).ShouldBeNull();

    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_is_no_link_and_throws_nothing(string name) => RunbookLink.From(HostileText.Get(name)).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_inside_an_address_is_encoded(string name)
    {
        var link = RunbookLink.From($"https://wiki.example.com/{HostileText.Get(name)}").ShouldNotBeNull();

        link.ShouldAllBe(c => c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>');
        link.ShouldStartWith("https://wiki.example.com/");
    }
}
