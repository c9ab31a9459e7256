using System.Text.Json;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// A reaction as JSON: <c>name</c>, <c>step</c>, <c>mode</c>, <c>status</c>, <c>refusal</c>, <c>detail</c>, <c>plannedAt</c>,
/// <c>finishedAt</c>, and <c>action</c> (null without a proposal) with <c>type</c>, <c>target</c>, <c>group</c> and either
/// <c>from</c> and <c>to</c> (numbers of instances) or <c>instance</c> (its id). Times are ISO 8601 UTC. <c>refusal</c> is null
/// unless a guard rail refused; <c>finishedAt</c> is null until the reaction ends.
/// </summary>
internal static class ReactionJson
{
    public static void Write(Utf8JsonWriter json, ReactionRecord? record)
    {
        if (record is null)
        {
            json.WriteNull("reaction");
            return;
        }

        json.WriteStartObject("reaction");
        json.WriteString("name", record.Reaction);
        json.WriteString("step", record.Step);
        json.WriteString("mode", record.Mode.ToKebabCase());
        json.WriteString("status", record.Status.ToKebabCase());
        json.WriteString("refusal", record.Refusal is { } refusal ? refusal.ToKebabCase() : null);
        json.WriteString("detail", InertText.Shorten(record.Detail, SubjectLimits.Description));
        JsonLayout.WriteTime(json, "plannedAt", record.PlannedAt);
        JsonLayout.WriteTime(json, "finishedAt", record.FinishedAt);
        WriteAction(json, record.Action);
        json.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter json, ReactionAction? action)
    {
        if (action is null)
        {
            json.WriteNull("action");
            return;
        }

        json.WriteStartObject("action");
        json.WriteString("target", action.Target);
        switch (action)
        {
            case ReactionAction.SetDesiredCapacity capacity:
                json.WriteString("type", "set-desired-capacity");
                json.WriteString("group", capacity.Group);
                json.WriteNumber("from", capacity.From);
                json.WriteNumber("to", capacity.To);
                break;
            case ReactionAction.MarkUnhealthy health:
                json.WriteString("type", "mark-unhealthy");
                json.WriteString("group", health.Group);
                json.WriteString("instance", health.Instance);
                break;
            default:
                json.WriteString("type", "other");
                break;
        }

        json.WriteEndObject();
    }
}
