using System.Text.Json;
using Microsoft.Extensions.Logging;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Reports;

namespace Watchkeeper.Functions.Schedules;

/// <summary>How a function on a schedule begins: it reads the tick, and keeps what is none as a dead letter, at which it does nothing else.</summary>
public sealed class ScheduledEventIntake(FunctionName function, IDeadLetters letters, ILogger log, TimeProvider time)
{
    /// <summary>Reads one payload. A failure to keep it goes up: the invocation fails, and AWS's own retry and queue take over.</summary>
    /// <param name="payload">The payload as Lambda hands it over.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ScheduledRunResult> TakeAsync(Stream payload, CancellationToken cancellationToken)
    {
        var bytes = await LambdaStreams.ReadAsync(payload, cancellationToken);
        var now = time.GetUtcNow();
        var reading = ScheduledEventReader.Read(bytes, now);
        switch (reading)
        {
            case ScheduledRunResult.Accepted { Run: var tick }:
                Log.Ticked(log, tick.Rule, tick.At, now - tick.At);
                break;
            case ScheduledRunResult.Rejected rejected:
                await letters.SendAsync(Letter(rejected, bytes), cancellationToken);
                Log.SignalRejected(log, rejected.Path, rejected.Reason);
                break;
        }

        return reading;
    }

    /// <summary>The answer to what is no tick, in the form in which the intake functions account for an event.</summary>
    public static Stream Answer(ScheduledRunResult.Rejected rejected)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        var result = IntakeResult.Rejected(rejected.Path, rejected.Reason);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new IntakeReport([result]), FunctionsJson.Default.IntakeReport));
    }

    private DeadLetter Letter(ScheduledRunResult.Rejected rejected, ReadOnlyMemory<byte> payload) => new()
    {
        Function = function.ToString(),
        Payload = payload,
        Path = rejected.Path,
        Reason = rejected.Reason,
        At = time.GetUtcNow(),
    };
}
