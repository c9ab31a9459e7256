using Shouldly;
using Xunit;

namespace Watchkeeper.EndToEnd.SamLocal;

/// <summary>What the README's table says of a sweep before any other function ran.</summary>
public sealed class A_first_sweep_with_SAM(EmulatedByReadme aws) : IClassFixture<EmulatedByReadme>
{
    [Fact]
    public async Task Finds_the_alarm_that_fires_and_that_no_event_told_of()
    {
        await using var sweep = aws.Function("SweepFunction");

        (await sweep.InvokeAsync("events/schedule/020-sweep-every-minute.json")).Text.ShouldContain("\"found\":1");
        (await sweep.InvokeAsync("events/schedule/020-sweep-every-minute.json")).Text.ShouldContain("\"found\":0");
    }
}
