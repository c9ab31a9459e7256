using System.Text;
using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.TestUtilities;
using Shouldly;
using Watchkeeper.Functions.Handlers;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Sweeping;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Functions.Tests.Sweeping;

public sealed class SweepHandlerTests : IDisposable
{
    private readonly World world = new();
    private readonly MemoryStream lines = new();

    public void Dispose()
    {
        world.Dispose();
        lines.Dispose();
    }

    [Theory]
    [InlineData(24, """{"source": "aws.events", "detail-type": "Scheduled Event", "time": "2026-11-03T12:00:00Z", "detail": {}}""", 1)]
    [InlineData(48, """{"source": "aws.events", "detail-type": "Scheduled Event", "time": "2026-11-03T11:59:59Z", "detail": {}}""", 0)]
    [InlineData(1, """{"source": "aws.events", "detail-type": "Scheduled Event", "time": "2030-01-01T00:00:00Z", "detail": {}}""", 0)]
    [InlineData(24, "{}", 1)]
    [InlineData(23, "{}", 0)]
    public async Task An_occurrence_ends_when_it_was_quiet_for_a_day_as_of_the_tick_and_never_of_the_future(int hoursLater, string tick, int expired)
    {
        await world.RecordAsync(World.Signal(kind: SignalKind.Detection, nature: SignalNature.Occurrence));
        world.Time.Advance(TimeSpan.FromHours(hoursLater));

        (await HandleAsync(tick)).GetProperty("expired").GetInt32().ShouldBe(expired);

        var slot = (await world.Slots.ReadAsync(World.Signal().Subject.Fingerprint, World.TestContextToken)).ShouldNotBeNull();
        slot.Incident!.Status.ShouldBe(expired == 1 ? IncidentStatus.Resolved : IncidentStatus.Open);
    }

    [Fact]
    public async Task What_is_no_event_fails_the_invocation() =>
        await Should.ThrowAsync<JsonSerializerException>(() => HandleAsync("[]"));

    private async Task<JsonElement> HandleAsync(string tick)
    {
        var output = new LineOutput(lines);
        var log = new JsonLogger(output, world.Time, "SweepFunction");
        var notifier = new Notifier(world.Notices, [], world.Configuration, world.Time);
        var observer = new NotifyObserver(new Metrics(output, world.Time, "SweepFunction"), log, world.Time);
        var handler = new SweepHandler(
            new Sweeper(world.Slots, world.Notices, notifier, world.Configuration, world.Time), observer, log, world.Time);
        using var payload = new MemoryStream(Encoding.UTF8.GetBytes(tick));
        await using var answer = await handler.HandleAsync(payload, new TestLambdaContext { RemainingTime = TimeSpan.FromMinutes(1) });
        return (await JsonDocument.ParseAsync(answer, default, World.TestContextToken)).RootElement;
    }
}
