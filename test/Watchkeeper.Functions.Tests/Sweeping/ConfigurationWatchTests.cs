using Shouldly;
using Watchkeeper.Alarms;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Configuring;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Sweeping;
using Watchkeeper.Functions.Tests.Configuring;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Sweeping;

public sealed class ConfigurationWatchTests : IDisposable
{
    private readonly ConfigurationWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_version_that_cannot_be_used_opens_an_incident_that_ends_when_another_is_applied()
    {
        await world.ApplyAsync("team-1");
        await SweepAsync();
        (await IncidentsAsync()).ShouldBeEmpty();
        var bad = await world.ApplyAsync("not JSON"u8.ToArray());

        await SweepAsync();
        await SweepAsync();

        var slot = (await IncidentsAsync()).ShouldHaveSingleItem();
        var incident = slot.Incident.ShouldNotBeNull();
        incident.Severity.ShouldBe(Severity.High);
        incident.Signals.ShouldBe(1, "a sweep that finds the same adds nothing");
        incident.Subject.Source.ShouldBe(SignalSource.Watchkeeper);
        incident.Subject.Title.ShouldBe($"Configuration version 2 ({bad.ShownHash}) cannot be used");
        slot.Last.Description.ShouldContain("applied by kim");
        slot.Last.Description.ShouldContain("$.receiver: missing; a name is expected; version 1 stays in force");
        await world.ApplyAsync("team-2");
        await SweepAsync();
        (await IncidentsAsync()).ShouldBeEmpty();
        var ended = (await world.World.Slots.ReadAsync(slot.Fingerprint, TestContextToken)).ShouldNotBeNull();
        ended.Incident!.Status.ShouldBe(IncidentStatus.Resolved);
        ended.Last.Reason.ShouldBe(DecisionReason.Resolved);
    }

    [Fact]
    public async Task Each_bad_version_has_an_incident_of_its_own_and_a_replaced_one_ends()
    {
        await world.ApplyAsync("not JSON"u8.ToArray());
        await SweepAsync();
        await world.ApplyAsync("no JSON"u8.ToArray());
        await SweepAsync();

        var incident = (await IncidentsAsync()).ShouldHaveSingleItem().Incident.ShouldNotBeNull();
        incident.Subject.Labels[SubjectLabels.ConfigurationVersion].ShouldBe("2");
    }

    [Fact]
    public async Task A_missing_row_keeps_its_incident_when_a_process_starts_that_never_saw_the_row()
    {
        await world.ApplyAsync("team-1");
        await SweepAsync();
        await world.DeleteHeadAsync();
        await SweepAsync();
        (await IncidentsAsync()).ShouldHaveSingleItem();

        await SweepAsync(world.Start());

        (await IncidentsAsync()).ShouldHaveSingleItem();
    }

    // A minute later.
    private async Task SweepAsync(ConfigurationInForce? process = null)
    {
        world.World.Time.Advance(TimeSpan.FromMinutes(1));
        var configurations = process ?? world.InForce;
        await configurations.CurrentAsync(TestContextToken);
        var inner = world.World;
        var sweeper = new Sweeper(
            inner.Slots, inner.Notifications, new Notifier(inner.Notifications, [], inner.Configuration, inner.Time),
            new UnknownAlarms(), new KnownGroups(), new Metrics(new LineOutput(Stream.Null), inner.Time, "SweepFunction"),
            Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, inner.Configuration, inner.Time)
        {
            Watch = new ConfigurationWatch(configurations, inner.Configuration.Home),
        };
        (await sweeper.SweepAsync(inner.Time.GetUtcNow(), inner.Deadline, TestContextToken)).Failed.ShouldBe(0);
    }

    private async Task<List<Slot>> IncidentsAsync() =>
        await world.World.Slots.ListActiveAsync(TestContextToken)
            .Where(slot => ConfigurationIncident.Is(slot.Fingerprint)).ToListAsync(TestContextToken);
}
