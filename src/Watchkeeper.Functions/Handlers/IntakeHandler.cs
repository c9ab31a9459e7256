using System.Text.Json;
using Amazon.Lambda.Core;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Reports;

namespace Watchkeeper.Functions.Handlers;

/// <summary>AlarmFunction, TrailFunction and HealthFunction. They differ only in their parsers.</summary>
internal sealed class IntakeHandler(
    FunctionName function, Func<CancellationToken, ValueTask<EventIntake>> current, TimeProvider time) : IHandler
{
    /// <inheritdoc/>
    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var scope = new InvocationScope(function, context, time);
        var bytes = await LambdaStreams.ReadAsync(payload, scope.Token);
        var intake = await current(scope.Token);
        var report = await intake.TakeAsync(bytes, scope.Header, scope.Token);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(report, FunctionsJson.Default.IntakeReport));
    }
}
