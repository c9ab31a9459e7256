using System.Text.Json;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Sweeping;

namespace Watchkeeper.Functions.Handlers;

/// <summary>SweepFunction. Its event is a schedule's tick.</summary>
public sealed class SweepHandler(Sweeper sweeper, NotifyObserver observer, ILogger log, TimeProvider time) : IHandler
{
    /// <inheritdoc/>
    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var scope = new InvocationScope(FunctionName.SweepFunction, context, time);
        var result = await sweeper.SweepAsync(ScheduleTick.Read(payload, time.GetUtcNow()), scope.Deadline, scope.Token);
        foreach (var tried in result.Tried)
            observer.Tried(tried);
        Log.Swept(log, result.Tried.Length, result.Expired);
        var report = new SweepReport(result.Tried.Length, result.Expired);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(report, FunctionsJson.Default.SweepReport));
    }
}

/// <summary>What SweepFunction answers.</summary>
/// <param name="Tried">How many messages were tried again.</param>
/// <param name="Expired">How many incidents ended by being quiet.</param>
public sealed record SweepReport(int Tried, int Expired);
