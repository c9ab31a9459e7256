using Shouldly;
using Watchkeeper.Cli.Usage;
using Xunit;

namespace Watchkeeper.Cli.Tests.Usage;

public class NearestTests
{
    [Theory]
    [InlineData("rnu", "run")]
    [InlineData("incidnet", "incident incidents")]
    [InlineData("detects", "detect")]
    [InlineData("xyz", "")]
    [InlineData("", "")]
    [InlineData("ack", "ack")]
    public void A_misspelt_name_is_near_the_one_that_was_meant(string typed, string expected) =>
        string.Join(' ', Nearest.Find(typed, ["run", "incident", "incidents", "ack", "detect"])).ShouldBe(expected);
}
