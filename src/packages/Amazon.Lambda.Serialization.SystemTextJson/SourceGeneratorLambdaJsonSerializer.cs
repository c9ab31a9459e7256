using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// Reads and writes by the metadata of a source-generated context, with no reflection over the types themselves.
/// </summary>
/// <typeparam name="TSGContext">
/// The context; every handler's input and output must be named on it by <c>[JsonSerializable]</c>.
/// </typeparam>
public class SourceGeneratorLambdaJsonSerializer<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext>
    : AbstractLambdaJsonSerializer, ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    private readonly TSGContext context;

    /// <summary>Uses this package's settings as they are.</summary>
    public SourceGeneratorLambdaJsonSerializer()
        : this(null, null)
    {
    }

    /// <summary>Changes this package's settings.</summary>
    /// <param name="customizer">Changes how values are read and written.</param>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
        : this(customizer, null)
    {
    }

    /// <summary>Changes this package's settings.</summary>
    /// <param name="jsonWriterCustomizer">Changes the writer for responses.</param>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
        : this(null, jsonWriterCustomizer)
    {
    }

    /// <summary>
    /// Changes this package's settings. The context is created over them: what its own attribute says does not count.
    /// </summary>
    /// <param name="customizer">Changes how values are read and written; null leaves it.</param>
    /// <param name="jsonWriterCustomizer">Changes the writer for responses; null leaves it.</param>
    /// <exception cref="ApplicationException">The context has no constructor that takes options.</exception>
    public SourceGeneratorLambdaJsonSerializer(
        Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer)
        : base(jsonWriterCustomizer)
    {
        SerializerOptions = CreateDefaultJsonSerializationOptions();
        customizer?.Invoke(SerializerOptions);
        var constructor = typeof(TSGContext).GetConstructor([typeof(JsonSerializerOptions)])
            ?? throw new ApplicationException(
                $"{typeof(TSGContext).FullName} has no constructor that takes JsonSerializerOptions");
        context = (TSGContext)constructor.Invoke([SerializerOptions]);
    }

    /// <summary>The settings that the context was created over.</summary>
    protected JsonSerializerOptions SerializerOptions { get; }

    /// <inheritdoc/>
    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, TypeInfo<T>());

    /// <inheritdoc/>
    protected override T InternalDeserialize<T>(byte[] utf8Json) => JsonSerializer.Deserialize(utf8Json, TypeInfo<T>());

    private JsonTypeInfo<T> TypeInfo<T>() => context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new JsonSerializerException($"{typeof(TSGContext).FullName} does not name {typeof(T).FullName}");
}
