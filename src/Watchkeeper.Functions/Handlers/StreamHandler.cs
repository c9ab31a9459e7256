using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Microsoft.Extensions.Logging;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;

namespace Watchkeeper.Functions.Handlers;

/// <summary>
/// NotifyFunction and ReactFunction: process changes of the table in order. The handler stops at the first failed change and
/// reports it as the batch's checkpoint, from which Lambda continues. An unreadable record goes to the dead letters and blocks
/// nothing.
/// </summary>
internal sealed class StreamHandler(
    FunctionName function, Func<CancellationToken, ValueTask<IChangeConsumer>> current, IDeadLetters deadLetters, Metrics metrics,
    ILogger log, TimeProvider time)
    : IHandler
{
    private static readonly SourceGeneratorLambdaJsonSerializer<LambdaEventsJson> Serializer = new();

    /// <inheritdoc/>
    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var scope = new InvocationScope(function, context, time);
        var batch = Serializer.Deserialize<DynamoDBEvent>(payload);
        var response = new StreamsEventResponse { BatchItemFailures = [] };
        foreach (var record in batch.Records ?? [])
        {
            if (await TryAsync(record, scope))
                continue;
            response.BatchItemFailures.Add(new() { ItemIdentifier = record.Dynamodb.SequenceNumber });
            break;
        }

        var answer = new MemoryStream();
        Serializer.Serialize(response, answer);
        answer.Position = 0;
        return answer;
    }

    private async Task<bool> TryAsync(DynamoDBEvent.DynamodbStreamRecord record, InvocationScope scope)
    {
        try
        {
            switch (StreamChanges.Read(record))
            {
                case StreamParseResult.Changed changed:
                    // A configuration that cannot be read fails this change, and Lambda delivers it again.
                    var consumer = await current(scope.Token);
                    return await consumer.ConsumeAsync(changed.Change, scope.Deadline, scope.Token);
                case StreamParseResult.Rejected(var rejection):
                    var deadLetter = new DeadLetter(function.ToString(), rejection, JsonOf(record), time.GetUtcNow());
                    await deadLetters.SendAsync(deadLetter, scope.Token);
                    metrics.DeadLetter();
                    Log.SignalRejected(log, rejection.Path, rejection.Reason);
                    return true;
                default:
                    return true;
            }
        }
        catch (Exception exception) when (record.Dynamodb?.SequenceNumber is not null)
        {
            // The handler's catch-all: the response names the failed change, and Lambda delivers it again without the changes
            // before it.
            Log.ChangeFailed(log, record.Dynamodb.SequenceNumber, exception.Message, exception);
            return false;
        }
    }

    private static byte[] JsonOf(DynamoDBEvent.DynamodbStreamRecord record)
    {
        using var json = new MemoryStream();
        Serializer.Serialize(record, json);
        return json.ToArray();
    }
}
