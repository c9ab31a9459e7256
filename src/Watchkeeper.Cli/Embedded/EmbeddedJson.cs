using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;

namespace Watchkeeper.Cli.Embedded;

/// <summary>Rows as JSON. What can be derived is left out; what is required must be there.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    Converters = [typeof(FingerprintConverter), typeof(LabelSetConverter), typeof(RecentSignalIdsConverter), typeof(ReactionActionConverter)])]
[JsonSerializable(typeof(Slot))]
[JsonSerializable(typeof(NotificationRecord))]
[JsonSerializable(typeof(ReactionRecord))]
[JsonSerializable(typeof(Replacements))]
internal sealed partial class EmbeddedJson : JsonSerializerContext
{
    public static string Write(Slot slot) => JsonSerializer.Serialize(slot, Default.Slot);

    public static string Write(NotificationRecord record) => JsonSerializer.Serialize(record, Default.NotificationRecord);

    public static string Write(ReactionRecord record) => JsonSerializer.Serialize(record, Default.ReactionRecord);

    public static string Write(Replacements replacements) => JsonSerializer.Serialize(replacements, Default.Replacements);

    /// <summary>Null for null.</summary>
    public static Slot? ReadSlot(string? json) => Read(json, Default.Slot);

    /// <inheritdoc cref="ReadSlot"/>
    public static NotificationRecord? ReadNotice(string? json) => Read(json, Default.NotificationRecord);

    /// <inheritdoc cref="ReadSlot"/>
    public static ReactionRecord? ReadReaction(string? json) => Read(json, Default.ReactionRecord);

    /// <inheritdoc cref="ReadSlot"/>
    public static Replacements? ReadReplacements(string? json) => Read(json, Default.Replacements);

    private static T? Read<T>(string? json, JsonTypeInfo<T> type)
        where T : class
    {
        if (json is null)
            return null;
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("null is no row");
        }
        catch (JsonException unreadable)
        {
            throw Unreadable(unreadable);
        }
    }

    private static InvalidDataException Unreadable(JsonException unreadable) =>
        new($"A row of the embedded store cannot be read: {unreadable.Path ?? "$"}: {unreadable.Message}", unreadable);
}
