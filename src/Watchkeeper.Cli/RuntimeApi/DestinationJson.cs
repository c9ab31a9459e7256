using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// Writes the invocation records that Lambda sends to an on-failure destination; see «Capturing records of Lambda asynchronous
/// invocations».
/// </summary>
internal static class DestinationJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the record of an asynchronous invocation, with the event and the function's last response.</summary>
    public static byte[] Write(FailedInvocation given) => Write(writer =>
    {
        writer.WriteString("version", "1.0");
        writer.WriteString("timestamp", given.At.UtcDateTime);
        WriteRequest(writer, given.Invocation.RequestId, given.FunctionArn, given.Condition, given.Attempts);
        WriteJson(writer, "requestPayload", given.Invocation.Payload);
        if (given.Last is { } last)
        {
            WriteResponse(writer, last);
            WriteJson(writer, "responsePayload", last.Payload);
        }
    });

    /// <summary>
    /// Writes the record of a batch with its position in the stream. Queues and topics receive only the position, so the records
    /// are lost when the stream expires them. A bucket receives the records as well.
    /// </summary>
    /// <param name="given">The records whose attempts all failed.</param>
    /// <param name="streamArn">The stream's ARN.</param>
    /// <param name="withPayload">Whether the record contains the payload: true for a bucket.</param>
    public static byte[] Write(FailedRecords given, string streamArn, bool withPayload) => Write(writer =>
    {
        WriteRequest(writer, given.RequestId, given.FunctionArn, given.Condition, given.Attempts);
        if (given.Last is { } last)
            WriteResponse(writer, last);
        writer.WriteString("version", "1.0");
        writer.WriteString("timestamp", given.At.UtcDateTime);
        writer.WriteStartObject("DDBStreamBatchInfo");
        writer.WriteString("shardId", "shardId-00000000000000000000-local");
        writer.WriteString("startSequenceNumber", given.Records[0].SequenceNumber);
        writer.WriteString("endSequenceNumber", given.Records[^1].SequenceNumber);
        writer.WriteString("approximateArrivalOfFirstRecord", given.Records[0].ArrivedAt.UtcDateTime);
        writer.WriteString("approximateArrivalOfLastRecord", given.Records[^1].ArrivedAt.UtcDateTime);
        writer.WriteNumber("batchSize", given.Records.Length);
        writer.WriteString("streamArn", streamArn);
        writer.WriteEndObject();
        if (withPayload)
            writer.WriteString("payload", StreamRecord.Event(given.Records));
    });

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteRequest(Utf8JsonWriter writer, string requestId, string functionArn, string condition, int attempts)
    {
        writer.WriteStartObject("requestContext");
        writer.WriteString("requestId", requestId);
        writer.WriteString("functionArn", functionArn + ":$LATEST");
        writer.WriteString("condition", condition);
        writer.WriteNumber("approximateInvokeCount", attempts);
        writer.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter writer, InvocationResult last)
    {
        writer.WriteStartObject("responseContext");
        writer.WriteNumber("statusCode", 200);
        writer.WriteString("executedVersion", "$LATEST");
        if (last.Error is not null)
            writer.WriteString("functionError", "Unhandled");
        writer.WriteEndObject();
    }

    /// <summary>Writes valid JSON unchanged, and anything else as a string.</summary>
    private static void WriteJson(Utf8JsonWriter writer, string name, ReadOnlyMemory<byte> json)
    {
        writer.WritePropertyName(name);
        if (IsJson(json))
            writer.WriteRawValue(json.Span, skipInputValidation: true);
        else
            writer.WriteStringValue(Encoding.UTF8.GetString(json.Span));
    }

    private static bool IsJson(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
