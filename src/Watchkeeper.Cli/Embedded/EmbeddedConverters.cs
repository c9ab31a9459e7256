using System.Text.Json;
using System.Text.Json.Serialization;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Embedded;

/// <summary>A fingerprint as its text.</summary>
internal sealed class FingerprintConverter : JsonConverter<Fingerprint>
{
    public override Fingerprint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException());

    public override void Write(Utf8JsonWriter writer, Fingerprint value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}

/// <summary>Labels as an object.</summary>
internal sealed class LabelSetConverter : JsonConverter<LabelSet>
{
    public override LabelSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
            throw new JsonException();
        var labels = new List<KeyValuePair<string, string>>();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            labels.Add(KeyValuePair.Create(name, reader.GetString() ?? throw new JsonException()));
        }

        return LabelSet.From(labels);
    }

    public override void Write(Utf8JsonWriter writer, LabelSet value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, label) in value)
            writer.WriteString(name, label);
        writer.WriteEndObject();
    }
}

/// <summary>A ring as an array of ids, oldest first.</summary>
internal sealed class RecentSignalIdsConverter : JsonConverter<RecentSignalIds>
{
    public override RecentSignalIds Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
            throw new JsonException();
        var ids = new List<string>(RecentSignalIds.Capacity);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            ids.Add(reader.GetString() ?? throw new JsonException());
        return RecentSignalIds.From(ids);
    }

    public override void Write(Utf8JsonWriter writer, RecentSignalIds value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var id in value)
            writer.WriteStringValue(id);
        writer.WriteEndArray();
    }
}

/// <summary>A reaction's call as an object whose one property is named for the kind of call.</summary>
internal sealed class ReactionActionConverter : JsonConverter<ReactionAction>
{
    public override ReactionAction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var call = JsonSerializer.Deserialize(ref reader, EmbeddedActionJson.Default.EmbeddedAction);
        return (ReactionAction?)call?.SetDesiredCapacity ?? call?.MarkUnhealthy ?? throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, ReactionAction value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(
            writer,
            new EmbeddedAction(value as ReactionAction.SetDesiredCapacity, value as ReactionAction.MarkUnhealthy),
            EmbeddedActionJson.Default.EmbeddedAction);
}

/// <summary>One of the kinds of call; the others are null.</summary>
internal sealed record EmbeddedAction(ReactionAction.SetDesiredCapacity? SetDesiredCapacity, ReactionAction.MarkUnhealthy? MarkUnhealthy);

/// <summary>A context of its own, since the converter must not meet itself.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(EmbeddedAction))]
internal sealed partial class EmbeddedActionJson : JsonSerializerContext;
