using System.Text;
using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using Shouldly;
using Watchkeeper.Functions.Handlers;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Schedules;
using Watchkeeper.Functions.Tests.Schedules;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Functions.Tests.Sweeping;

public sealed class SweepHandlerTests : IDisposable
{
    private readonly World world = new();
    private readonly MemoryStream lines = new();
    private readonly InMemoryDeadLetters deadLetters = new();

    public void Dispose()
    {
        world.Dispose();
        lines.Dispose();
    }

    [Theory]
    [InlineData(
        24, """{"source": "aws.events", "detail-type": "Scheduled Event", "time": "2026-11-03T12:00:00Z", "detail": {}}""", 1)]
    [InlineData(
        48, """{"source": "aws.events", "detail-type": "Scheduled Event", "time": "2026-11-03T11:59:59Z", "detail": {}}""", 0)]
    [InlineData(
        1, """{"source": "aws.events", "detail-type": "Scheduled Event", "time": "2030-01-01T00:00:00Z", "detail": {}}""", 0)]
    [InlineData(24, "{}", 1)]
    [InlineData(23, "{}", 0)]
    public async Task An_incident_of_an_event_ends_after_a_quiet_day_at_the_time_of_the_schedule_and_never_of_the_future(
        int hoursLater, string tick, int expired)
    {
        await world.RecordAsync(World.Signal(kind: SignalKind.Detection, nature: SignalNature.Event));
        world.Time.Advance(TimeSpan.FromHours(hoursLater));

        (await HandleAsync(tick)).GetProperty("expired").GetInt32().ShouldBe(expired);

        var slot = (await world.Slots.ReadAsync(World.Signal().Subject.Fingerprint, World.TestContextToken)).ShouldNotBeNull();
        slot.Incident!.Status.ShouldBe(expired == 1 ? IncidentStatus.Resolved : IncidentStatus.Open);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"action": "sweep"}""")]
    [InlineData("""{"source": "aws.health", "detail-type": "Scheduled Event", "time": "2026-11-03T12:00:00Z", "detail": {}}""")]
    public async Task An_invalid_event_becomes_a_dead_letter_and_starts_no_sweep(string payload)
    {
        await world.RecordAsync(World.Signal(kind: SignalKind.Detection, nature: SignalNature.Event));
        world.Time.Advance(TimeSpan.FromHours(48));

        var answer = await HandleAsync(payload);

        answer.GetProperty("results")[0].GetProperty("outcome").GetString().ShouldBe("failed");
        deadLetters.All.ShouldHaveSingleItem().Function.ShouldBe("SweepFunction");
        var slot = (await world.Slots.ReadAsync(World.Signal().Subject.Fingerprint, World.TestContextToken)).ShouldNotBeNull();
        slot.Incident!.Status.ShouldBe(IncidentStatus.Open);
    }

    private async Task<JsonElement> HandleAsync(string tick)
    {
        var output = new LineOutput(lines);
        var log = new JsonLogger(output, world.Time, "SweepFunction");
        var notifier = new Notifier(world.Notifications, [], world.Configuration, world.Time);
        var sweeper = world.Sweeper(notifier);
        var handler = new SweepHandler(
            _ => ValueTask.FromResult(sweeper),
            new ScheduledEventIntake(
                FunctionName.SweepFunction, deadLetters, new Metrics(output, world.Time, "SweepFunction"), log, world.Time),
            new TimerIntake(
                FunctionName.SweepFunction, null, deadLetters, new Metrics(output, world.Time, "SweepFunction"), log, world.Time),
            log,
            world.Time);
        using var payload = new MemoryStream(Encoding.UTF8.GetBytes(tick));
        await using var answer = await handler.HandleAsync(
            payload, new TestLambdaContext { RemainingTime = TimeSpan.FromMinutes(1) });
        return (await JsonDocument.ParseAsync(answer, default, World.TestContextToken)).RootElement;
    }
}
