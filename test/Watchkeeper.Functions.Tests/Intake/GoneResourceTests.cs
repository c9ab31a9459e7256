using Shouldly;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Intake;

public sealed class GoneResourceTests : IDisposable
{
    private readonly World world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_terminated_instance_resolves_all_of_its_incidents_and_no_other()
    {
        await world.RecordAsync(
            About("status", "i-1", SignalKind.StatusCheck), About("cpu", "i-1"), About("cpu-2", "i-2"),
            About("elsewhere", "i-1", account: "210987654321"),
            Call("i-1"));

        var ended = await EndAsync("i-1");

        ended.ShouldBe(["alarm/cpu", "alarm/status"]);
        (await world.Slots.ReadAsync(new Fingerprint("alarm/cpu"), TestContextToken))!.Last.Reason.ShouldBe(
            DecisionReason.SourceGone);
    }

    [Fact]
    public async Task A_planned_change_of_the_terminated_instance_alone_resolves()
    {
        await world.RecordAsync(Planned("one", "i-1", ""), Planned("several", "i-1", "3"));

        (await EndAsync("i-1")).ShouldBe(["alarm/one"]);
    }

    [Fact]
    public async Task A_second_call_resolves_nothing_again()
    {
        await world.RecordAsync(About("cpu", "i-1"));
        await EndAsync("i-1");

        (await EndAsync("i-1")).ShouldBeEmpty();
    }

    private async Task<IEnumerable<string>> EndAsync(string instance)
    {
        var gone = new SignalParseResult.Gone(
            "e-1", "123456789012", "eu-central-1", instance, Noon.AddMinutes(5), $"the instance {instance} was terminated");
        var ended = await new GoneResources(world.Slots, world.Intake()).EndAsync(gone, null, TestContextToken);
        return ended.Where(each => each.Reason is DecisionReason.SourceGone)
            .Select(each => each.Signal.Subject.Fingerprint.Text).Order(StringComparer.Ordinal);
    }

    private static Signal About(string name, string instance, SignalKind kind = SignalKind.Cpu, string account = "123456789012")
    {
        var signal = Signal(name: name, kind: kind, labels: ("InstanceId", instance));
        return signal with { Subject = signal.Subject with { Account = account } };
    }

    private static Signal Call(string instance)
    {
        var signal = Signal(
            name: "trail", kind: SignalKind.Detection, nature: SignalNature.Event, labels: ("InstanceId", instance));
        return signal with { Subject = signal.Subject with { Source = SignalSource.Trail } };
    }

    private static Signal Planned(string name, string instance, string entities)
    {
        var signal = Signal(name: name, kind: SignalKind.HealthScheduledChange, labels: ("entities", entities));
        return signal with { Subject = signal.Subject with { Source = SignalSource.Health, Resource = instance } };
    }
}
