using Amazon.SQS;
using Amazon.SQS.Model;
using Watchkeeper.Grouping;

namespace Watchkeeper.Aws.Timers;

/// <summary>Timers as messages that Amazon SQS keeps back until their time.</summary>
/// <param name="sqs">The client, created with the first timer because most processes never set one.</param>
/// <param name="queue">The queue's address.</param>
public sealed class SqsGroupTimers(Lazy<IAmazonSQS> sqs, Uri queue) : IGroupTimers
{
    /// <inheritdoc/>
    /// <exception cref="AmazonSQSException">The queue refused the message.</exception>
    public async Task SetAsync(DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (TimerDelay.Until(at, now) is not { } delay)
            return;
        var request = new SendMessageRequest
        {
            QueueUrl = queue.ToString(),
            MessageBody = TimerText.Write(at),
            DelaySeconds = (int)delay.TotalSeconds,
        };
        await sqs.Value.SendMessageAsync(request, cancellationToken);
    }
}
