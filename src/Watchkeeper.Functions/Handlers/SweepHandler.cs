using System.Text.Json;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Functions.Schedules;
using Watchkeeper.Functions.Sweeping;

namespace Watchkeeper.Functions.Handlers;

/// <summary>SweepFunction: one sweep for each scheduled event.</summary>
internal sealed class SweepHandler(
    Func<CancellationToken, ValueTask<Sweeper>> current, ScheduledEventIntake ticks, ILogger log, TimeProvider time) : IHandler
{
    /// <inheritdoc/>
    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var scope = new InvocationScope(FunctionName.SweepFunction, context, time);
        return await ticks.TakeAsync(payload, scope.Token) switch
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
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(report, FunctionsJson.Default.SweepReport));
    }
}
