using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// What the serializers of this package share: the settings that AWS's event classes need, and errors that name the type.
/// </summary>
public abstract class AbstractLambdaJsonSerializer
{
    private JsonWriterOptions writerOptions;

    /// <summary>Starts from relaxed escaping, so that text other than ASCII is written as it is.</summary>
    /// <param name="jsonWriterCustomizer">Changes the writer's settings; null leaves them.</param>
    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
    {
        writerOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        jsonWriterCustomizer?.Invoke(writerOptions);
    }

    /// <summary>The settings of the writer for responses.</summary>
    protected JsonWriterOptions WriterOptions => writerOptions;

    /// <summary>Writes one value as JSON; the stream stays open.</summary>
    /// <typeparam name="T">The handler's output type.</typeparam>
    /// <param name="response">The value; null is written as <c>null</c>.</param>
    /// <param name="responseStream">Where the response goes.</param>
    /// <exception cref="JsonSerializerException">The value cannot be written.</exception>
    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            using var writer = new Utf8JsonWriter(responseStream, writerOptions);
            InternalSerialize(writer, response);
        }
        catch (Exception cause)
        {
            throw new JsonSerializerException(
                $"The handler's output of type {typeof(T).FullName} cannot be written as JSON: {cause.Message}", cause);
        }
    }

    /// <summary>Reads the whole stream as one JSON value; the stream stays open.</summary>
    /// <typeparam name="T">The handler's input type.</typeparam>
    /// <param name="requestStream">The payload.</param>
    /// <exception cref="JsonSerializerException">The payload is no JSON, or does not fit the type.</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            return InternalDeserialize<T>(ReadAll(requestStream));
        }
        catch (Exception cause)
        {
            throw new JsonSerializerException($"The event cannot be read as {typeof(T).FullName}: {cause.Message}", cause);
        }
    }

    /// <summary>
    /// The settings that AWS's event classes need: names in any case, no nulls written, base64 streams, times as numbers or text.
    /// </summary>
    protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = new AwsNamingPolicy(),
        Converters = { new DateTimeConverter(), new MemoryStreamConverter(), new ByteArrayConverter() },
    };

    /// <summary>Writes; any exception becomes a <see cref="JsonSerializerException"/>.</summary>
    /// <typeparam name="T">The handler's output type.</typeparam>
    /// <param name="writer">Flushed and disposed by the caller.</param>
    /// <param name="response">The value.</param>
    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    /// <summary>Reads; any exception becomes a <see cref="JsonSerializerException"/>.</summary>
    /// <typeparam name="T">The handler's input type.</typeparam>
    /// <param name="utf8Json">The whole payload.</param>
    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    private static byte[] ReadAll(Stream stream)
    {
        if (stream is MemoryStream memory)
            return memory.ToArray();

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
