using System.Text;
using Microsoft.Extensions.Logging;
using Shouldly;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Tests.Schedules;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Intake;

public sealed class UnknownSeverityTests : IDisposable
{
    private readonly World world = new();
    private readonly MemoryStream stream = new();

    public void Dispose()
    {
        world.Dispose();
        stream.Dispose();
    }

    [Fact]
    public async Task An_unknown_severity_is_logged_and_counted()
    {
        await ObserveAsync(Signal() with { UnknownSeverity = "banana" });

        Written().ShouldContain("\"UnknownSeverities\":1");
        Written().ShouldContain("\"eventId\":104");
        Written().ShouldContain("\"declared\":\"banana\"");
    }

    [Fact]
    public async Task A_signal_without_a_severity_is_neither_logged_nor_counted()
    {
        await ObserveAsync(Signal());

        Written().ShouldNotContain("UnknownSeverities");
        Written().ShouldNotContain("\"eventId\":104");
    }

    [Fact]
    public async Task The_answer_of_the_function_shows_it()
    {
        var signal = Signal() with { UnknownSeverity = "banana" };
        var intake = new EventIntake(
            FunctionName.AlarmFunction, (_, _) => [new SignalParseResult.Accepted(signal)], world.Intake(),
            new GoneResources(world.Slots, world.Intake()), new InMemoryDeadLetters(), world.Events, Observer(), world.Time);

        var report = await intake.TakeAsync(ReadOnlyMemory<byte>.Empty, null, TestContextToken);

        report.Results.Single().UnknownSeverity.ShouldBe("banana");
    }

    private async Task ObserveAsync(Signal signal) =>
        Observer().Recorded(await world.Intake().RecordAsync(signal, TestContextToken), world.Time.GetUtcNow());

    private IntakeObserver Observer()
    {
        var output = new LineOutput(stream);
        ILogger log = new JsonLogger(output, world.Time, "AlarmFunction");
        return new IntakeObserver(SignalSource.Alarm, new Metrics(output, world.Time, "AlarmFunction"), log);
    }

    private string Written() => Encoding.UTF8.GetString(stream.ToArray());
}
