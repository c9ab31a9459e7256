using Shouldly;
using Watchkeeper.Routing.Matching;
using Xunit;

namespace Watchkeeper.Tests.Routing.Matching;

public sealed class ConfiguredMatchersTests
{
    [Theory]
    [InlineData("")]
    [InlineData("severity=~\"high|critical\", owner=\"team-orders\"")]
    [InlineData("{name=~\"shop-.*-(slow|late)\"}")]
    [InlineData("owner=team orders")]
    [InlineData("a=\"\\d\"")]
    [InlineData("a=\"\\t\"")]
    [InlineData("größe=1")]
    [InlineData("a=~\"(\"")]
    [InlineData("größe=~\"(\"")]
    [InlineData("=")]
    [InlineData("{a=b")]
    public void A_checked_text_is_read_as_the_check_reads_it(string text)
    {
        var (check, read) = (ConfiguredMatchers.Parse(text), ConfiguredMatchers.ParseChecked(text));

        read.IsAccepted.ShouldBe(check.IsAccepted);
        (read.Error?.ToString()).ShouldBe(check.Error?.ToString());
        (read.Matchers?.Matchers.Select(matcher => matcher.ToString())).ShouldBe(
            check.Matchers?.Matchers.Select(matcher => matcher.ToString()));
    }
}
