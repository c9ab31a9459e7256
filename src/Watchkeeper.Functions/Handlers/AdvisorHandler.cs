using System.Text.Json;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;
using Watchkeeper.Audits;
using Watchkeeper.Functions.Audits;
using Watchkeeper.Functions.Hosting;

namespace Watchkeeper.Functions.Handlers;

/// <summary>AdvisorFunction. Its event is a schedule's tick.</summary>
public sealed class AdvisorHandler(AdvisorRun run, ILogger log, TimeProvider time) : IHandler
{
    // The longest that one check may take, its signals included, so that a run ends by itself and not by Lambda.
    private static readonly TimeSpan OneCheck = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var scope = new InvocationScope(FunctionName.AdvisorFunction, context, time);
        var tick = ScheduleTick.Read(payload, time.GetUtcNow());
        var report = await run.RunAsync(
            ScopeOf(context.InvokedFunctionArn), tick, scope.Deadline - OneCheck, scope.Header, scope.Token);
        foreach (var failed in report.Failed)
            Log.CheckFailed(log, failed.Name, failed.CheckId, failed.Reason);
        if (report.IsSubscribed)
            Log.AuditDone(log, report.Read, report.Checks, report.Signals, report.Failed.Length, report.Left);
        else
            Log.NotSubscribed(log);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(report, FunctionsJson.Default.AdvisorReport));
    }

    // arn:partition:lambda:region:account:function:name
    private static AuditScope ScopeOf(string? functionArn) =>
        (functionArn ?? "").Split(':') is ["arn", var partition, _, _, var account, ..]
            ? new AuditScope(account, partition)
            : new AuditScope("", "aws");
}
