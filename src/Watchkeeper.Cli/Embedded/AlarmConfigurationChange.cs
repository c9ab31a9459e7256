using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Embedded;

/// <summary>A «CloudWatch Alarm Configuration Change»: an alarm was made, changed or deleted.</summary>
internal sealed record AlarmConfigurationChange
{
    private const string DetailType = "CloudWatch Alarm Configuration Change";
    private const string StateChange = "CloudWatch Alarm State Change";

    /// <summary>The state that the alarm has with it, as the signal of its own event; its last one where it is gone.</summary>
    public required Signal State { get; init; }

    /// <summary>When it changed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it is gone.</summary>
    public required bool IsDeletion { get; init; }

    /// <summary>Whether it is new.</summary>
    public required bool IsCreation { get; init; }

    /// <summary>Whether it does anything at all.</summary>
    public required bool ActionsEnabled { get; init; }

    /// <summary>The ARNs of what it does in state ALARM.</summary>
    public required ImmutableArray<string> Actions { get; init; }

    /// <summary>Reads one; null for everything else. Never throws.</summary>
    public static AlarmConfigurationChange? Read(ReadOnlyMemory<byte> payload, DateTimeOffset now)
    {
        try
        {
            return JsonNode.Parse(payload.Span) is JsonObject root && Text(root["detail-type"]) == DetailType
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
        // The detail is that of a state change with more in it, so the same code reads it. A new alarm may have no state yet.
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
