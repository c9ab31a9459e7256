using System.Text.Json;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;
using Watchkeeper.Aws.Timers;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Functions.Schedules;
using Watchkeeper.Functions.Sweeping;

namespace Watchkeeper.Functions.Handlers;

/// <summary>SweepFunction: one sweep for each scheduled event, and the groups that are due for timers.</summary>
internal sealed class SweepHandler(
    Func<CancellationToken, ValueTask<Sweeper>> current, ScheduledEventIntake ticks, TimerIntake timers, ILogger log,
    TimeProvider time) : IHandler
{
    /// <inheritdoc/>
    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var scope = new InvocationScope(FunctionName.SweepFunction, context, time);
        var bytes = await LambdaStreams.ReadAsync(payload, scope.Token);
        if (TimerEvent.Read(bytes) is { } batch)
            return await TellAsync(batch, scope);
        return await ticks.TakeAsync(bytes, scope.Token) switch
        {
            ScheduledRunResult.Accepted { Run: var tick } => await SweepAsync(tick, scope),
            ScheduledRunResult.Rejected(var rejection) => ScheduledEventIntake.Answer(rejection),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not a known result"),
        };
    }

    private async Task<Stream> SweepAsync(ScheduledRun tick, InvocationScope scope)
    {
        var sweeper = await current(scope.Token);
        var report = await sweeper.SweepAsync(tick.At, scope.Deadline, scope.Token);
        Log.Swept(
            log, report.Tried, report.Expired, report.Resolved, report.Found, report.Reminded, report.MutesEnded, report.Failed);
        return Answer(report);
    }

    private async Task<Stream> TellAsync(TimerBatch batch, InvocationScope scope)
    {
        var now = time.GetUtcNow();
        var due = batch.Timers.Count(at => at <= now);
        // What is due comes first: no other message of the batch keeps it waiting.
        var report = due == 0
            ? new SweepReport()
            : await (await current(scope.Token)).TellDueAsync(scope.Deadline, scope.Token);
        var early = await timers.SettleAsync(batch, now, scope.Token);
        Log.TimersCame(log, due, early, batch.Rejected.Length, report.Tried, report.Failed);
        return Answer(report);
    }

    private static MemoryStream Answer(SweepReport report) =>
        new(JsonSerializer.SerializeToUtf8Bytes(report, FunctionsJson.Default.SweepReport));
}
