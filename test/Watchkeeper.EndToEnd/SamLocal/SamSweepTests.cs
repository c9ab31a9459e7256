using Shouldly;
using Xunit;

namespace Watchkeeper.EndToEnd.SamLocal;

/// <summary>The README's claim about a sweep before any other function ran.</summary>
public sealed class SamSweepTests(EmulatedByReadme aws) : IClassFixture<EmulatedByReadme>
{
    [Fact]
    public async Task A_first_sweep_finds_an_alarm_that_fires_without_an_event()
    {
        await using var sweep = aws.Function("SweepFunction");

        (await sweep.InvokeAsync("events/schedule/020-sweep-every-minute.json")).Text.ShouldContain("\"found\":1");
        (await sweep.InvokeAsync("events/schedule/020-sweep-every-minute.json")).Text.ShouldContain("\"found\":0");
    }
}
