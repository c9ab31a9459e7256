using Amazon.SQS;
using Amazon.SQS.Model;
using Watchkeeper.Aws.Timers;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Takes timers from a queue of moto, which keeps each back until its time, in place of Lambda's own pollers.</summary>
/// <param name="sqs">The client.</param>
/// <param name="mapping">The queue, and the function that its messages go to.</param>
/// <param name="names">The names of the queue.</param>
/// <param name="time">The clock.</param>
internal sealed class EmulatedTimers(IAmazonSQS sqs, QueueMapping mapping, PhysicalNames names, TimeProvider time)
{
    // SQS gives at most ten messages at once.
    private const int MaxPage = 10;

    // A look is a request, and events of a story follow each other in milliseconds.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(400);

    private readonly string url = names.Reference("AWS::SQS::Queue", mapping.Queue);
    private readonly string arn = names.Attribute("AWS::SQS::Queue", mapping.Queue, "Arn")!;
    private long? looked;

    /// <summary>Takes the timers whose time has come; null if there are none, or a look was just taken.</summary>
    public async Task<FunctionEvent?> TakeAsync(CancellationToken cancellationToken)
    {
        if (looked is { } before && time.GetElapsedTime(before) < LookEvery)
            return null;
        looked = time.GetTimestamp();
        var page = await sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest { QueueUrl = url, MaxNumberOfMessages = int.Min(MaxPage, mapping.BatchSize) },
            cancellationToken);
        if (page.Messages is not { Count: > 0 } messages)
            return null;
        // One that is lost here is left to the sweep.
        foreach (var message in messages)
            await sqs.DeleteMessageAsync(url, message.ReceiptHandle, cancellationToken);
        return new FunctionEvent(mapping.Function, TimerEvent.Write(arn, messages.Select(message => message.Body)));
    }
}
