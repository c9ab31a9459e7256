using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Reads and writes by reflection: for functions that are neither trimmed nor compiled ahead of time.</summary>
[RequiresUnreferencedCode(Why)]
[RequiresDynamicCode(Why)]
public class DefaultLambdaJsonSerializer : AbstractLambdaJsonSerializer, ILambdaSerializer
{
    private const string Why = "Use SourceGeneratorLambdaJsonSerializer in trimmed functions";

    /// <summary>Uses this package's settings as they are.</summary>
    public DefaultLambdaJsonSerializer()
        : this(null, null)
    {
    }

    /// <summary>Changes this package's settings.</summary>
    /// <param name="customizer">Changes how values are read and written; null leaves it.</param>
    public DefaultLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
        : this(customizer, null)
    {
    }

    /// <summary>Changes this package's settings.</summary>
    /// <param name="customizer">Changes how values are read and written; null leaves it.</param>
    /// <param name="jsonWriterCustomizer">Changes the writer for responses; null leaves it.</param>
    public DefaultLambdaJsonSerializer(Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer)
        : base(jsonWriterCustomizer)
    {
        SerializerOptions = CreateDefaultJsonSerializationOptions();
        customizer?.Invoke(SerializerOptions);
    }

    /// <summary>The settings in use.</summary>
    protected JsonSerializerOptions SerializerOptions { get; }

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The class says so itself")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The class says so itself")]
    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, SerializerOptions);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The class says so itself")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The class says so itself")]
    protected override T InternalDeserialize<T>(byte[] utf8Json) => JsonSerializer.Deserialize<T>(utf8Json, SerializerOptions);
}
