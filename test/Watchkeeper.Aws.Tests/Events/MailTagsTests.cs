using CsCheck;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class MailTagsTests
{
    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [InlineData("inc-6afc0d04d84891fb3f11", "inc-6afc0d04d84891fb3f11")]
    [InlineData("T#0000000001", "T_230000000001")]
    [InlineData("N#scale-out.0", "N_23scale-out_2E0")]
    [InlineData("a_b", "a_5Fb")]
    public void A_tag_value_is_legible(string text, string value) => MailTags.Encode(text).ShouldBe(value);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void SES_accepts_the_tag_whatever_it_holds(string name) =>
        MailTags.Encode(HostileText.Get(name)).All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-').ShouldBeTrue();

    [Fact]
    public void A_tag_value_is_read_back_unchanged() => Gen.String[1, 40].Where(text => !text.Any(char.IsSurrogate))
        .Sample(text => MailTags.Decode(MailTags.Encode(text)) == text);

    [Theory]
    [InlineData("")]
    [InlineData("T#1")]
    [InlineData("a_")]
    [InlineData("a_2")]
    [InlineData("a_zz")]
    [InlineData("a_2e")]
    [InlineData("_41")]
    [InlineData("_FF")]
    [InlineData("ü")]
    [InlineData("\u0141")]
    public void A_value_that_was_never_written_as_a_tag_is_refused(string value) => MailTags.Decode(value).ShouldBeNull();
}
