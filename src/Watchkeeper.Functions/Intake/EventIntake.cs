using System.Collections.Immutable;
using Watchkeeper.DeadLetters;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Signals;
using Watchkeeper.Storage;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Intake;

/// <summary>Parses a payload. Total; see <see cref="SignalParseResult"/>.</summary>
/// <param name="payload">The payload.</param>
/// <param name="now">The current time; event times must not lie in the future.</param>
internal delegate ImmutableArray<SignalParseResult> SignalParser(ReadOnlyMemory<byte> payload, DateTimeOffset now);

/// <summary>
/// The pipeline of every intake function: parse the event, record each signal, send rejected parts to the dead letters, record
/// what changed nothing. A failure of a store or of the dead letters fails the invocation, and AWS retries the whole event.
/// </summary>
internal sealed class EventIntake(
    FunctionName function,
    SignalParser read,
    SignalIntake intake,
    EventCounter counter,
    GoneResources goneResources,
    IDeadLetters deadLetters,
    EventLog events,
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
                return [await ReportAsync(await AcceptAsync(accepted, trace, cancellationToken), cancellationToken)];
            case SignalParseResult.Gone gone:
                return await EndAsync(gone, trace, cancellationToken);
            case SignalParseResult.Ignored ignored:
                return [await IgnoreAsync(ignored, cancellationToken)];
            case SignalParseResult.Staged staged:
                if (staged.Counted is null || (await counter.CountAsync(staged.Counted, cancellationToken)).Answer.IsReached)
                    observer.Staged(staged);
                return [];
            case SignalParseResult.Rejected(var rejection):
                return [await RejectAsync(rejection, payload, cancellationToken)];
            default:
                throw new InvalidOperationException($"{reading.GetType().Name} is not a known result");
        }
    }

    // The count is written before the slot. If the process dies between them, the retry is given the same answer, and goes on.
    private async Task<RecordedSignal> AcceptAsync(
        SignalParseResult.Accepted accepted, string? trace, CancellationToken cancellationToken)
    {
        var signal = accepted.Signal with { Trace = trace };
        if (accepted.Counted is not { } counted)
            return await intake.RecordAsync(signal, cancellationToken);
        var decision = await counter.CountAsync(counted, cancellationToken);
        signal = DetectionCount.Describe(signal, counted, decision);
        return decision.Answer.IsReached ? await intake.RecordAsync(signal, cancellationToken) : intake.Suppress(signal);
    }

    private async Task<ImmutableArray<IntakeResult>> EndAsync(
        SignalParseResult.Gone gone, string? trace, CancellationToken cancellationToken)
    {
        var ended = await goneResources.EndAsync(gone, trace, cancellationToken);
        if (ended.IsEmpty)
            return [await IgnoreAsync(new SignalParseResult.Ignored(gone.EventId, "no-incident"), cancellationToken)];
        var results = ImmutableArray.CreateBuilder<IntakeResult>(ended.Length);
        foreach (var recorded in ended)
            results.Add(await ReportAsync(recorded, cancellationToken));
        return results.MoveToImmutable();
    }

    private async Task<IntakeResult> ReportAsync(RecordedSignal recorded, CancellationToken cancellationToken)
    {
        var result = IntakeResult.From(recorded);
        if (!recorded.IsWritten)
            await RecordAsync(result with { Severity = recorded.Severity }, cancellationToken, recorded.Signal);
        observer.Recorded(recorded, time.GetUtcNow());
        return result;
    }

    private async Task<IntakeResult> IgnoreAsync(SignalParseResult.Ignored ignored, CancellationToken cancellationToken)
    {
        var result = IntakeResult.Ignored(ignored.EventId, ignored.Reason);
        await RecordAsync(result, cancellationToken);
        observer.Ignored(ignored);
        return result;
    }

    private async Task<IntakeResult> RejectAsync(
        Rejection rejection, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var deadLetter = new DeadLetter(function.ToString(), rejection, payload, time.GetUtcNow());
        await deadLetters.SendAsync(deadLetter, cancellationToken);
        var result = IntakeResult.Rejected(rejection);
        await RecordAsync(result with { EventId = EnvelopeId.Find(payload) }, cancellationToken);
        observer.Rejected(rejection);
        return result;
    }

    private Task RecordAsync(IntakeResult result, CancellationToken cancellationToken, Signal? signal = null) =>
        events.RecordAsync(
            result.ToRecord(function.ToString(), time.GetUtcNow(), signal, intake.Version), cancellationToken);
}
