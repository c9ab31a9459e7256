using Shouldly;
using Watchkeeper.Notification.Metrics;
using Xunit;

namespace Watchkeeper.Tests.Notification.Metrics;

public class ThingTextTests
{
    [Theory]
    [InlineData("app/shop-alb/7c3a9e5d1f2b4086", "shop-alb")]
    [InlineData("net/shop-nlb/7c3a9e5d1f2b4086", "shop-nlb")]
    [InlineData("targetgroup/blue/73e2d6bc24d8a067", "target group blue")]
    [InlineData("target group targetgroup/blue/73e2d6bc24d8a067", "target group blue")]
    [InlineData("blue, load balancer app/shop-alb/7c3a9e5d1f2b4086", "blue, load balancer shop-alb")]
    // Names of anything else stay.
    [InlineData("app/shop-alb/7c3a", "app/shop-alb/7c3a")]
    [InlineData("app/shop-alb/7C3A9E5D1F2B4086", "app/shop-alb/7C3A9E5D1F2B4086")]
    [InlineData("app//7c3a9e5d1f2b4086", "app//7c3a9e5d1f2b4086")]
    [InlineData("web/shop-alb/7c3a9e5d1f2b4086", "web/shop-alb/7c3a9e5d1f2b4086")]
    [InlineData("shop-db", "shop-db")]
    [InlineData("", "")]
    public void A_load_balancer_has_the_name_that_its_owner_gave(string thing, string expected) =>
        ThingText.Short(thing).ShouldBe(expected);

    [Theory]
    [InlineData("i-0b7d2f4a6c8e01357", true)]
    [InlineData("vol-0aa11bb2", true)]
    [InlineData("instance i-0b7d2f4a6c8e01357", true)]
    [InlineData("i-0b7d2f4a6c8e01357, path /var", true)]
    [InlineData("certificate 12345678-1234-1234-1234-123456789012", true)]
    [InlineData("distribution E2QWRUHAPOMQZL", false)]
    [InlineData("distribution E2EXAMPLE3ABC", true)]
    [InlineData("account 210987654321", false)]
    [InlineData("shop-order", false)]
    [InlineData("web-deadbeefcafe", true)]
    [InlineData("db-1", false)]
    [InlineData("ORDERS", false)]
    [InlineData("", false)]
    public void An_id_is_no_name(string thing, bool isId) => ThingText.IsId(thing).ShouldBe(isId);
}
