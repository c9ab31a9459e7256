using System.Text.Json;
using Microsoft.Extensions.Logging;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Schedules;

/// <summary>Reads a scheduled event. A rejected payload becomes a dead letter, and the function does nothing else.</summary>
internal sealed class ScheduledEventIntake(
    FunctionName function, IDeadLetters deadLetters, Metrics metrics, ILogger log, TimeProvider time)
{
    /// <summary>Reads one payload from a stream, as <see cref="TakeAsync(ReadOnlyMemory{byte}, CancellationToken)"/> does.</summary>
    /// <param name="payload">The payload from Lambda.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<ScheduledRunResult> TakeAsync(Stream payload, CancellationToken cancellationToken) =>
        await TakeAsync(await LambdaStreams.ReadAsync(payload, cancellationToken), cancellationToken);

    /// <summary>
    /// Reads one payload. If the dead letter cannot be stored, the invocation fails, and AWS retries and then uses its own
    /// dead-letter queue.
    /// </summary>
    /// <param name="bytes">The payload from Lambda.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<ScheduledRunResult> TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var reading = ScheduledEventReader.Read(bytes, now);
        switch (reading)
        {
            case ScheduledRunResult.Accepted { Run: var tick }:
                Log.ScheduleFired(log, tick.Rule, tick.At, now - tick.At);
                break;
            case ScheduledRunResult.Rejected(var rejection):
                await deadLetters.SendAsync(new DeadLetter(function.ToString(), rejection, bytes, now), cancellationToken);
                metrics.DeadLetter();
                Log.SignalRejected(log, rejection.Path, rejection.Reason);
                break;
        }

        return reading;
    }

    /// <summary>Creates the response to a rejected payload, in the report format of the intake functions.</summary>
    public static Stream Answer(Rejection rejection)
    {
        var result = IntakeResult.Rejected(rejection);
        return new MemoryStream(
            JsonSerializer.SerializeToUtf8Bytes(new IntakeReport([result]), FunctionsJson.Default.IntakeReport));
    }
}
