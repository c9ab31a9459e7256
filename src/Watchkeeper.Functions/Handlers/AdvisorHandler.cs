using System.Text.Json;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;
using Watchkeeper.Audits;
using Watchkeeper.Functions.Audits;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Functions.Schedules;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Handlers;

/// <summary>AdvisorFunction: one audit for each scheduled event.</summary>
internal sealed class AdvisorHandler(
    Func<CancellationToken, ValueTask<AdvisorRun>> current, ScheduledEventIntake ticks, Home home, ILogger log, TimeProvider time)
    : IHandler
{
    // The maximum time for one check with its signals. The run ends before Lambda's time-out.
    private static readonly TimeSpan OneCheck = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var scope = new InvocationScope(FunctionName.AdvisorFunction, context, time);
        return await ticks.TakeAsync(payload, scope.Token) switch
        {
            ScheduledRunResult.Accepted { Run: var tick } => await AuditAsync(ScopeOf(context, tick), tick, scope),
            ScheduledRunResult.Rejected(var rejection) => ScheduledEventIntake.Answer(rejection),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not a known result"),
        };
    }

    private async Task<Stream> AuditAsync(AuditScope account, ScheduledRun tick, InvocationScope scope)
    {
        var run = await current(scope.Token);
        var report = await run.RunAsync(account, tick.At, scope.Deadline - OneCheck, scope.Header, scope.Token);
        foreach (var failed in report.Failed)
            Log.CheckFailed(log, failed.Name, failed.CheckId, failed.Reason);
        if (report.IsSubscribed)
            Log.AuditDone(log, report.Read, report.Checks, report.Signals, report.Failed.Length, report.Left);
        else
            Log.NotSubscribed(log);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(report, FunctionsJson.Default.AdvisorReport));
    }

    // A function that a local tool runs has no ARN, or an ARN with a made-up account.
    private AuditScope ScopeOf(ILambdaContext context, ScheduledRun tick)
    {
        var scope = ScopeOf(context.InvokedFunctionArn) ?? ScopeOf(tick);
        return home == Home.Unknown ? scope : scope with { Account = home.Account };
    }

    // A schedule and its function belong to the same account, so either gives the account.
    private static AuditScope ScopeOf(ScheduledRun tick) =>
        (ScopeOf(tick.Rule) ?? new AuditScope("", "aws")) with { Account = tick.Account };

    // arn:partition:service:region:account:…
    private static AuditScope? ScopeOf(string? arn) =>
        (arn ?? "").Split(':') is ["arn", var partition, _, _, var account, ..] ? new AuditScope(account, partition) : null;
}
