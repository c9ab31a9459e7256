using System.Collections.Immutable;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Intake;

/// <summary>Parses a payload. Total; see <see cref="SignalParseResult"/>.</summary>
/// <param name="payload">The payload.</param>
/// <param name="now">The current time; event times must not lie in the future.</param>
internal delegate ImmutableArray<SignalParseResult> SignalParser(ReadOnlyMemory<byte> payload, DateTimeOffset now);

/// <summary>
/// The pipeline of every intake function: parse the event, record each signal, send rejected parts to the dead letters. A failure
/// of the store or the dead letters fails the invocation, and AWS retries the whole event.
/// </summary>
internal sealed class EventIntake(
    FunctionName function,
    SignalParser read,
    SignalIntake intake,
    GoneResources goneResources,
    IDeadLetters deadLetters,
    IntakeObserver observer,
    TimeProvider time)
{
    /// <summary>Processes one payload.</summary>
    /// <param name="payload">The payload, byte for byte.</param>
    /// <param name="trace">The X-Ray trace header of this invocation.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IntakeReport> TakeAsync(ReadOnlyMemory<byte> payload, string? trace, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<IntakeResult>();
        foreach (var reading in read(payload, time.GetUtcNow()))
            results.AddRange(await TakeAsync(reading, payload, trace, cancellationToken));
        return new IntakeReport(results.ToImmutable());
    }

    private async Task<ImmutableArray<IntakeResult>> TakeAsync(
        SignalParseResult reading, ReadOnlyMemory<byte> payload, string? trace, CancellationToken cancellationToken)
    {
        switch (reading)
        {
            case SignalParseResult.Accepted accepted:
                var recorded = await intake.RecordAsync(accepted.Signal with { Trace = trace }, cancellationToken);
                observer.Recorded(recorded, time.GetUtcNow());
                return [IntakeResult.From(recorded)];
            case SignalParseResult.Gone gone:
                return await EndAsync(gone, trace, cancellationToken);
            case SignalParseResult.Ignored ignored:
                return [Ignore(ignored)];
            case SignalParseResult.Rejected(var rejection):
                var deadLetter = new DeadLetter(function.ToString(), rejection, payload, time.GetUtcNow());
                await deadLetters.SendAsync(deadLetter, cancellationToken);
                observer.Rejected(rejection);
                return [IntakeResult.Rejected(rejection)];
            default:
                throw new InvalidOperationException($"{reading.GetType().Name} is not a known result");
        }
    }

    private async Task<ImmutableArray<IntakeResult>> EndAsync(
        SignalParseResult.Gone gone, string? trace, CancellationToken cancellationToken)
    {
        var ended = await goneResources.EndAsync(gone, trace, cancellationToken);
        foreach (var recorded in ended)
            observer.Recorded(recorded, time.GetUtcNow());
        return ended.IsEmpty
            ? [Ignore(new SignalParseResult.Ignored(gone.EventId, "no-incident"))]
            : [.. ended.Select(IntakeResult.From)];
    }

    private IntakeResult Ignore(SignalParseResult.Ignored ignored)
    {
        observer.Ignored(ignored);
        return IntakeResult.Ignored(ignored.EventId, ignored.Reason);
    }
}
