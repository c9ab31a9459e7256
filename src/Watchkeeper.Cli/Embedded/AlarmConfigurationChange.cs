using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Embedded;

/// <summary>A «CloudWatch Alarm Configuration Change»: the creation, change or deletion of an alarm.</summary>
internal sealed record AlarmConfigurationChange
{
    private const string DetailType = "CloudWatch Alarm Configuration Change";
    private const string StateChange = "CloudWatch Alarm State Change";

    /// <summary>
    /// The alarm's state after the change, as the signal of a state change; the last state if the alarm was deleted.
    /// </summary>
    public required Signal State { get; init; }

    /// <summary>The time of the change.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the alarm was deleted.</summary>
    public required bool IsDeletion { get; init; }

    /// <summary>Whether the alarm was created.</summary>
    public required bool IsCreation { get; init; }

    /// <summary>Whether the alarm's actions are enabled.</summary>
    public required bool ActionsEnabled { get; init; }

    /// <summary>The ARNs of the alarm's actions for state ALARM.</summary>
    public required ImmutableArray<string> Actions { get; init; }

    /// <summary>Parses the event; returns null for every other event. Never throws.</summary>
    public static AlarmConfigurationChange? Read(ReadOnlyMemory<byte> payload, DateTimeOffset now)
    {
        try
        {
            return JsonNode.Parse(ByteOrderMark.Skip(payload.Span)) is JsonObject root && Text(root["detail-type"]) == DetailType
                && root["detail"] is JsonObject detail && EventTime.Read(payload) is { } at
                ? Read(root, detail, at, now)
                : null;
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static AlarmConfigurationChange? Read(JsonObject root, JsonObject detail, DateTimeOffset at, DateTimeOffset now)
    {
        // The detail extends that of a state change, so the same parser reads both. A new alarm may have no state yet.
        root["detail-type"] = StateChange;
        if (detail["state"] is not JsonObject)
            detail["state"] = new JsonObject { ["value"] = "INSUFFICIENT_DATA", ["timestamp"] = Text(root["time"]) };
        var configuration = detail["configuration"] as JsonObject;
        var operation = Text(detail["operation"]);
        return AlarmEvents.Read(JsonSerializer.SerializeToUtf8Bytes(root), now) is [SignalParseResult.Accepted state]
            ? new AlarmConfigurationChange
            {
                State = state.Signal,
                At = at,
                IsDeletion = operation == "delete",
                IsCreation = operation == "create",
                ActionsEnabled = configuration?["actionsEnabled"]?.GetValueKind() is not JsonValueKind.False,
                Actions = [.. (configuration?["alarmActions"] as JsonArray ?? []).Select(Text).OfType<string>()],
            }
            : null;
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() is JsonValueKind.String ? (string?)node : null;
}
