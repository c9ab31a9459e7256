using Shouldly;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Intake;

public sealed class UnknownSeverityTests : IDisposable
{
    private readonly ObservedIntake observed = new(FunctionName.AlarmFunction, SignalSource.Alarm);

    public void Dispose() => observed.Dispose();

    [Fact]
    public async Task An_unknown_severity_is_logged_and_counted()
    {
        await ObserveAsync(Signal() with { UnknownSeverity = "banana" });

        observed.Written.ShouldContain("\"UnknownSeverities\":1");
        observed.Written.ShouldContain("\"eventId\":104");
        observed.Written.ShouldContain("\"declared\":\"banana\"");
    }

    [Fact]
    public async Task A_signal_without_a_severity_is_neither_logged_nor_counted()
    {
        await ObserveAsync(Signal());

        observed.Written.ShouldNotContain("UnknownSeverities");
        observed.Written.ShouldNotContain("\"eventId\":104");
    }

    [Fact]
    public async Task The_answer_of_the_function_shows_it()
    {
        var signal = Signal() with { UnknownSeverity = "banana" };
        var intake = observed.With((_, _) => [new SignalParseResult.Accepted(signal)]);

        var report = await intake.TakeAsync(ReadOnlyMemory<byte>.Empty, null, TestContextToken);

        report.Results.Single().UnknownSeverity.ShouldBe("banana");
    }

    private async Task ObserveAsync(Signal signal) =>
        observed.Observer().Recorded(await observed.World.Intake().RecordAsync(signal, TestContextToken), observed.World.Time.GetUtcNow());
}
