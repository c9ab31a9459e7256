using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Amazon.SQS;
using Amazon.SQS.Model;
using Watchkeeper.DeadLetters;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Receives dead letters from a queue.</summary>
internal static class EmulatedQueue
{
    /// <summary>Returns all messages in the queue; removes each after the caller has received it.</summary>
    public static async IAsyncEnumerable<DeadLetter> ReceiveAsync(
        IAmazonSQS sqs, string queue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await sqs.ReceiveMessageAsync(
                new ReceiveMessageRequest { QueueUrl = queue, MaxNumberOfMessages = 10, MessageAttributeNames = ["All"] },
                cancellationToken);
            if (page.Messages is not { Count: > 0 } messages)
                yield break;
            foreach (var message in messages)
            {
                yield return Read(message);
                await sqs.DeleteMessageAsync(queue, message.ReceiptHandle, cancellationToken);
            }
        }
    }

    private static DeadLetter Read(Message message) => new(
        Attribute(message, "function"),
        new Rejection(Attribute(message, "path"), Attribute(message, "reason")),
        Payload(message),
        DateTimeOffset.TryParse(
            Attribute(message, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : DateTimeOffset.UnixEpoch);

    private static byte[] Payload(Message message) => Attribute(message, "encoding") switch
    {
        "empty" => [],
        "text" => Encoding.UTF8.GetBytes(message.Body),
        "gzip, base64" => Unpack(Convert.FromBase64String(message.Body)),
        _ => Convert.FromBase64String(message.Body),
    };

    private static byte[] Unpack(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var payload = new MemoryStream();
        gzip.CopyTo(payload);
        return payload.ToArray();
    }

    private static string Attribute(Message message, string name) =>
        message.MessageAttributes?.GetValueOrDefault(name)?.StringValue ?? "";
}
