using System.Text.Json;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Reads an alarm's mute: <c>muteDetail</c> of a mute rule, <c>actionsSuppressedBy</c> of a composite alarm's state,
/// <c>actionsEnabled</c> of the configuration («Alarm events and EventBridge»).
/// </summary>
internal static class AlarmMutes
{
    /// <summary>Reads the mute from the document of an event or action, and from the members beside it.</summary>
    /// <param name="document">The event's detail or the action's data.</param>
    /// <param name="root">The whole payload, which may also contain <c>muteDetail</c>.</param>
    public static Mute? Read(JsonElement document, JsonElement root)
    {
        var state = document.Get("state");
        return ByRule(document.Get("muteDetail")) ?? ByRule(root.Get("muteDetail"))
            ?? BySuppressor(state.Text("actionsSuppressedBy"), state.Text("actionsSuppressedReason"))
            ?? ByDisabling(document.Get("configuration").Get("actionsEnabled"));
    }

    /// <summary>Reads a notification, whose member names are capitalised.</summary>
    public static Mute? ReadNotification(JsonElement message) =>
        ByRule(message.Get("MuteDetail")) ?? ByRule(message.Get("muteDetail"))
        ?? BySuppressor(message.Text("ActionsSuppressedBy"), message.Text("ActionsSuppressedReason"))
        ?? ByDisabling(message.Get("ActionsEnabled"));

    private static Mute? ByRule(JsonElement detail)
    {
        var by = Any(detail, "mutedByArn", "MutedByArn", "mutedBy", "MutedBy");
        var until = AwsTime.Parse(Any(detail, "muteWindowEnd", "MuteWindowEnd"));
        return by.Length > 0 || until is not null ? new Mute(MuteKind.MuteRule, Short(by), until) : null;
    }

    private static Mute? BySuppressor(string by, string reason) => by.Length == 0
        ? null
        : new Mute(MuteKind.Suppressed, Short(reason.Length == 0 ? by : $"{by}: {reason}"), null);

    private static Mute? ByDisabling(JsonElement isEnabled) =>
        isEnabled.ValueKind is JsonValueKind.False || isEnabled.Text().Equals("false", StringComparison.OrdinalIgnoreCase)
            ? new Mute(MuteKind.ActionsDisabled, "", null)
            : null;

    private static string Any(JsonElement detail, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (detail.Text(name) is { Length: > 0 } text)
                return text;
        }

        return "";
    }

    private static string Short(string by) => InertText.Line(by, SubjectLimits.LabelValue);
}
