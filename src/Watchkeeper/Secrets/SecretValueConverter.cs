using System.Text.Json;
using System.Text.Json.Serialization;

namespace Watchkeeper.Secrets;

/// <summary>Writes the reference of a secret, and reads nothing: a value never comes from JSON.</summary>
internal sealed class SecretValueConverter : JsonConverter<SecretValue>
{
    /// <inheritdoc/>
    public override SecretValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("a secret is read from its store, never from JSON");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SecretValue value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reference.Text);
}
