using Shouldly;
using Watchkeeper.Services;
using Xunit;

namespace Watchkeeper.Tests.Services;

public sealed class DependenciesTests
{
    [Theory]
    [InlineData("orders>database", "orders", "database", "orders database")]
    [InlineData("orders>database database>storage", "orders", "storage", "orders database storage")]
    [InlineData("orders>database orders>cache cache>storage database>a a>storage", "orders", "storage", "orders cache storage")]
    [InlineData("orders>database", "database", "orders", "")]
    [InlineData("orders>database", "orders", "orders", "")]
    [InlineData("orders>orders", "orders", "orders", "")]
    [InlineData("orders>elsewhere", "orders", "elsewhere", "orders elsewhere")]
    [InlineData("a>b b>a", "a", "b", "")]
    [InlineData("a>b b>c c>a", "a", "c", "")]
    // What a circle depends on explains it, and it explains what depends on it.
    [InlineData("a>b b>a b>storage", "a", "storage", "a b storage")]
    [InlineData("a>b b>a shop>a", "shop", "b", "shop a b")]
    public void The_shortest_way_is_the_chain_of_reasons(string services, string from, string on, string chain) =>
        string.Join(' ', Read(services).Chain(from, on)).ShouldBe(chain);

    [Fact]
    public void Only_those_below_others_have_dependants()
    {
        var services = Read("orders>database warehouse>database a>b b>a");

        (services.HasDependants("database"), services.HasDependants("orders"), services.HasDependants("a")).ShouldBe((true, false, false));
        (services.HasDependencies("orders"), services.HasDependencies("database"), services.HasDependencies("b"))
            .ShouldBe((true, false, false));
        (services.HasDependants(""), services.HasDependencies("nobody")).ShouldBe((false, false));
    }

    [Fact]
    public void A_long_chain_and_a_wide_one_are_followed()
    {
        var pairs = string.Join(' ', Enumerable.Range(0, 300).Select(number => $"s{number}>s{number + 1}"));

        Read(pairs).Chain("s0", "s300").Length.ShouldBe(301);
    }

    // «a>b c>d»: who depends on whom.
    private static Dependencies Read(string text)
    {
        var pairs = text.Split(' ').Select(pair => pair.Split('>')).ToList();
        var names = pairs.SelectMany(pair => pair).Where(name => name != "elsewhere").Distinct(StringComparer.Ordinal);
        return new Dependencies(
        [
            .. names.Select(name => new Service
            {
                Name = name,
                DependsOn = [.. pairs.Where(pair => pair[0] == name).Select(pair => pair[1])],
            }),
        ]);
    }
}
