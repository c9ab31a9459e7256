using Shouldly;
using Watchkeeper.Concurrency.Scenarios;
using Xunit;

namespace Watchkeeper.Concurrency.Tests.Schedules;

public sealed class SchedulePromiseTests
{
    private const int Schedules = 200;
    private const int Seed = 1;

    public static TheoryData<string> Scenarios => [.. ScenarioCatalogue.Names];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_promises_hold_however_tasks_interleave(string scenario)
    {
        var exploration = Exploration.Run(scenario, Schedules, Seed);

        exploration.Breach.ShouldBeNull($"seed {Seed}, schedule {exploration.Schedules}");
        exploration.Schedules.ShouldBe(Schedules);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_promises_break_if_a_store_writes_without_its_condition(string scenario)
    {
        var exploration = Exploration.Run(scenario, Schedules, Seed, inOneStep: false);

        exploration.Breach.ShouldNotBeNull().ShouldContain(nameof(BreachException));
    }
}
