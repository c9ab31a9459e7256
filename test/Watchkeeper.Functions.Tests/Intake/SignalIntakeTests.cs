using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Intake;

public sealed class SignalIntakeTests : IDisposable
{
    private readonly World world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task The_life_of_an_incident_is_recorded_with_its_named_reasons()
    {
        Signal[] life =
        [
            Signal(), Signal(), Signal(minute: 1), Signal(SignalCondition.NoData, 2), Signal(SignalCondition.Resolved, 3),
            Signal(minute: 2), Signal(SignalCondition.Resolved, 4), Signal(minute: 5), Signal(SignalCondition.Resolved, 6),
            Signal(minute: 60),
        ];
        var intake = world.Intake();
        var reasons = new List<DecisionReason>();

        foreach (var signal in life)
            reasons.Add((await intake.RecordAsync(signal, TestContextToken)).Reason);

        reasons.ShouldBe(
        [
            DecisionReason.Opened, DecisionReason.Duplicate, DecisionReason.Repeated, DecisionReason.NoData,
            DecisionReason.Resolved,
            DecisionReason.Stale, DecisionReason.NothingToResolve, DecisionReason.Reopened, DecisionReason.Resolved,
            DecisionReason.Opened,
        ]);
    }

    [Fact]
    public async Task A_process_without_earlier_knowledge_decides_like_one_that_saw_everything()
    {
        await world.RecordAsync(Signal(), Signal(minute: 1));

        var fresh = await world.Intake().RecordAsync(Signal(SignalCondition.Resolved, 2), TestContextToken);

        fresh.Reason.ShouldBe(DecisionReason.Resolved);
        fresh.Slot!.Version.ShouldBe(3);
    }

    [Fact]
    public async Task An_undoing_event_counts_even_if_this_process_saw_the_incident_end_before()
    {
        var intake = world.Intake();
        await intake.RecordAsync(Signal(nature: SignalNature.Event), TestContextToken);
        await intake.RecordAsync(Signal(SignalCondition.Resolved, 1, nature: SignalNature.Event), TestContextToken);
        await world.Intake().RecordAsync(Signal(minute: 30, nature: SignalNature.Event), TestContextToken);

        var undone = await intake.RecordAsync(Signal(SignalCondition.Resolved, 31, nature: SignalNature.Event), TestContextToken);

        undone.Reason.ShouldBe(DecisionReason.Resolved);
    }

    [Fact]
    public async Task Of_64_writers_at_once_one_opens_and_every_signal_counts()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(
            () => world.Intake().RecordAsync(Signal(minute: i, nature: SignalNature.Event), TestContextToken))));

        results.Count(result => result.Reason is DecisionReason.Opened).ShouldBe(1);
        var slot = await world.Slots.ReadAsync(Signal().Subject.Fingerprint, TestContextToken);
        slot!.Incident!.Signals.ShouldBe(64);
        slot.Version.ShouldBe(64);
        results.Select(result => result.Slot!.Incident!.Id).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task One_delivery_64_times_at_once_is_recorded_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(
            () => world.Intake().RecordAsync(Signal(), TestContextToken))));

        results.Count(result => result.Reason is DecisionReason.Opened).ShouldBe(1);
        results.Count(result => result.Reason is DecisionReason.Duplicate).ShouldBe(63);
        world.Changes.Length.ShouldBe(1);
    }
}
