using System.Text.Json;
using Amazon.Lambda.Core;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Reports;

namespace Watchkeeper.Functions.Handlers;

/// <summary>FeedbackFunction: records SES's mail events.</summary>
internal sealed class FeedbackHandler(FeedbackIntake intake, TimeProvider time) : IHandler
{
    /// <inheritdoc/>
    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var scope = new InvocationScope(FunctionName.FeedbackFunction, context, time);
        var report = await intake.TakeAsync(await LambdaStreams.ReadAsync(payload, scope.Token), scope.Token);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(report, FunctionsJson.Default.IntakeReport));
    }
}
