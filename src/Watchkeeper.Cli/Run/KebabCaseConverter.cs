using System.Text.Json;
using System.Text.Json.Serialization;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run;

/// <summary>Writes enumeration values in JSON in kebab case, and reads them.</summary>
internal sealed class KebabCaseConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && reader.GetString() is { } text
            ? KebabCase.Parse<T>(text) ?? throw new JsonException($"«{text}» is no {typeof(T).Name}")
            : throw new JsonException($"a {typeof(T).Name} is expected");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToKebabCase());
    }
}
