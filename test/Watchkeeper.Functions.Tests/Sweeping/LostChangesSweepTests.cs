using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Sweeping;

/// <summary>The sweep finds what the stream lost of active incidents.</summary>
public sealed class LostChangesSweepTests : IDisposable
{
    private readonly World world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_lost_opening_that_another_change_followed_is_mended_within_an_hour()
    {
        var changes = await world.RecordAsync(About(0), About(1));
        await Notifier().NotifyAsync(changes[1], world.Deadline, TestContextToken);
        (await ListedAsync()).ShouldBeEmpty();

        await SweepAsync(from: 2, sweeps: 60);

        (await ListedAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_lost_opening_that_nothing_followed_is_mended_when_the_stream_has_forgotten_it()
    {
        // A medium incident has no reminders, and so no later changes.
        await world.RecordAsync(About(0));

        await SweepAsync(from: 2, sweeps: 60);
        (await ListedAsync()).ShouldBeEmpty();
        await SweepAsync(from: 24 * 60, sweeps: 61);

        (await ListedAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_incident_is_looked_at_once_an_hour()
    {
        var changes = await world.RecordAsync(About(0));
        var slot = changes.OfType<SlotChanged>().ShouldHaveSingleItem().After;

        Enumerable.Range(0, 180).Count(minute => Functions.Sweeping.LostChangesSweep.IsDue(slot, Noon.AddMinutes(minute)))
            .ShouldBe(3);
    }

    private static Signal About(int minute)
    {
        var signal = Signal(minute: minute, kind: SignalKind.CustomMetric);
        return signal with { Subject = signal.Subject with { Resource = "shop-order-asg" } };
    }

    private Notifier Notifier() => new(world.Notifications, [], world.Configuration, world.Time);

    private async Task SweepAsync(int from, int sweeps)
    {
        for (var minute = from; minute < from + sweeps; minute++)
        {
            world.Time.SetUtcNow(Noon.AddMinutes(minute));
            (await world.Sweeper(Notifier()).SweepAsync(world.Time.GetUtcNow(), world.Deadline, TestContextToken))
                .Failed.ShouldBe(0);
        }
    }

    private async Task<ImmutableArray<IncidentSnapshot>> ListedAsync() =>
        (await new IncidentQueries(world.Table, world.Time).ListAsync(
            new IncidentQuestion.OfResource("shop-order-asg"), 5, null, TestContextToken)).Incidents;
}
