using System.Text;
using System.Text.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Reports;

/// <summary>Finds the id of a rejected payload, so that people can ask for it.</summary>
internal static class EnvelopeId
{
    /// <summary>
    /// EventBridge's <c>id</c> or SNS's <c>MessageId</c>, also of a payload that is broken after it; else <c>sha256-</c> and the
    /// first 32 digits of a hash of the payload.
    /// </summary>
    public static string Find(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return Read(payload.Span) ?? Unnamed(payload);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return Unnamed(payload);
        }
    }

    private static string? Read(ReadOnlySpan<byte> payload)
    {
        var json = new Utf8JsonReader(payload);
        while (json.Read())
        {
            if (json.TokenType is not JsonTokenType.PropertyName)
                continue;
            // The envelope's own, or that of the message in SNS's «Records».
            var isId = (json.CurrentDepth == 1 && json.ValueTextEquals("id"u8)) || json.ValueTextEquals("MessageId"u8);
            json.Read();
            if (isId && json.TokenType is JsonTokenType.String && json.GetString() is { Length: > 0 } id)
                return id;
        }

        return null;
    }

    private static string Unnamed(ReadOnlyMemory<byte> payload) =>
        "sha256-" + StableHash.Compute(Encoding.Latin1.GetString(payload.Span));
}
