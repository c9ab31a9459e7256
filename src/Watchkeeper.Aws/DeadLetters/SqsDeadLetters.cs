using System.Globalization;
using System.IO.Compression;
using System.Text;
using Amazon.SQS;
using Amazon.SQS.Model;
using Watchkeeper.DeadLetters;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.DeadLetters;

/// <summary>
/// Stores dead letters in an SQS queue. The body is the event as text, or as base64 if it is not valid text; reason and path are
/// attributes. A message may have 1 MiB including attributes, as much as the largest asynchronous event of Lambda. The attributes
/// are therefore short, a body that is too large is compressed, and one that stays too large is cut visibly.
/// </summary>
/// <param name="sqs">The client, created with the first dead letter because most processes never have one.</param>
/// <param name="queue">The queue's address.</param>
public sealed class SqsDeadLetters(Lazy<IAmazonSQS> sqs, Uri queue) : IDeadLetters
{
    private const int MaxBodyBytes = 1_040_000;
    private const int MaxAttributeLength = 1_000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public async Task SendAsync(DeadLetter deadLetter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deadLetter);
        var (body, encoding) = Body(deadLetter.Payload.Span);
        var request = new SendMessageRequest
        {
            QueueUrl = queue.ToString(),
            MessageBody = body,
            MessageAttributes = new Dictionary<string, MessageAttributeValue>(StringComparer.Ordinal)
            {
                ["function"] = Text(deadLetter.Function),
                ["reason"] = Text(deadLetter.Rejection.Reason),
                ["path"] = Text(deadLetter.Rejection.Path),
                ["at"] = Text(deadLetter.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
                ["encoding"] = Text(encoding),
            },
        };
        await sqs.Value.SendMessageAsync(request, cancellationToken);
    }

    private static MessageAttributeValue Text(string value) =>
        new() { DataType = "String", StringValue = InertText.Shorten(Clean(value), MaxAttributeLength) };

    // SQS accepts only the characters of XML 1.0 and refuses the whole message for any other.
    private static string Clean(string value)
    {
        var clean = string.Create(value.Length, value, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = IsXml(from, i) ? from[i] : '\uFFFD';
        });
        return clean.Length > 0 ? clean : "-";
    }

    private static bool IsXml(string text, int i) => text[i] switch
    {
        '\t' or '\n' or '\r' => true,
        < ' ' or '\uFFFE' or '\uFFFF' => false,
        var c when char.IsHighSurrogate(c) => i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]),
        var c when char.IsLowSurrogate(c) => i > 0 && char.IsHighSurrogate(text[i - 1]),
        _ => true,
    };

    private static (string Body, string Encoding) Body(ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty)
            return ("-", "empty");
        try
        {
            var text = Strict.GetString(payload);
            if (payload.Length <= MaxBodyBytes && string.Equals(text, Clean(text), StringComparison.Ordinal))
                return (text, "text");
        }
        catch (DecoderFallbackException)
        {
            // Not valid text: stored as bytes.
        }

        const int mostBytes = MaxBodyBytes / 4 * 3;
        if (payload.Length <= mostBytes)
            return (Convert.ToBase64String(payload), "base64");
        var packed = Pack(payload);
        return packed.Length <= mostBytes
            ? (Convert.ToBase64String(packed), "gzip, base64")
            : (Convert.ToBase64String(payload[..mostBytes]), "base64, cut");
    }

    private static byte[] Pack(ReadOnlySpan<byte> payload)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(payload);
        return packed.ToArray();
    }
}
