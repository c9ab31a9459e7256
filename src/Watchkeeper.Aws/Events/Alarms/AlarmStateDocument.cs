using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Reads the document that an event carries as <c>detail</c> and an alarm's Lambda action as <c>alarmData</c>: state,
/// previousState and configuration.
/// </summary>
internal static class AlarmStateDocument
{
    private const string StateChange = "CloudWatch Alarm State Change";
    private const string ContributorStateChange = "CloudWatch Alarm Contributor State Change";
    private const string ConfigurationChange = "CloudWatch Alarm Configuration Change";

    /// <summary>Reads an event of EventBridge.</summary>
    public static SignalParseResult ReadEvent(JsonCursor root, DateTimeOffset now)
    {
        root.Member("source").OneOf("aws.cloudwatch");
        var type = root.Member("detail-type").OneOf(StateChange, ContributorStateChange, ConfigurationChange);
        var envelope = EventBridgeEnvelope.ReadAny(root);
        var name = envelope.Detail.Member("alarmName").Text("the alarm's name");
        var arn = envelope.Resources.FirstOrDefault(AlarmArn.Is)
            ?? AlarmArn.Format("", envelope.Region, envelope.Account, name);
        if (type == ConfigurationChange)
            return AlarmConfigurationChange.Read(envelope, name, arn, now);
        return AlarmParser.Parse(Read(envelope.Detail, root, envelope.Id, arn, now) with
        {
            Account = Arn.AccountOrNone(envelope.Account),
            Region = envelope.Region,
        });
    }

    /// <summary>Reads the payload of an alarm's Lambda action.</summary>
    public static SignalParseResult ReadAction(JsonCursor root, DateTimeOffset now)
    {
        root.Member("source").OneOf("aws.cloudwatch");
        var arn = root.Member("alarmArn").Text("the alarm's ARN");
        var data = root.Member("alarmData").Object("the alarm's data");
        var facts = Read(data, root, "", arn, now) with
        {
            Account = Arn.AccountOrNone(root.Element.Text("accountId")),
            Region = root.Element.Text("region"),
        };
        return AlarmParser.Parse(facts.Tags.IsEmpty ? facts with { Tags = Tags(root.Element.Get("alarmTags")) } : facts);
    }

    /// <summary>
    /// Reads tags. Tags are an object in events and actions and a list in notifications; both forms are accepted everywhere.
    /// </summary>
    public static ImmutableArray<KeyValuePair<string, string>> Tags(JsonElement tags) => tags.ValueKind is JsonValueKind.Array
        ? [.. tags.Items().Select(tag => KeyValuePair.Create(
            tag.Text("Key") is { Length: > 0 } key ? key : tag.Text("key"),
            tag.Text("Value") is { Length: > 0 } value ? value : tag.Text("value")))]
        : [.. tags.Texts()];

    /// <summary>The actions for all states. Events contain them only if the configuration changed.</summary>
    private static ImmutableArray<string> Actions(JsonElement configuration) =>
    [
        .. configuration.Get("alarmActions").Items().Select(JsonDecoration.Text),
        .. configuration.Get("okActions").Items().Select(JsonDecoration.Text),
        .. configuration.Get("insufficientDataActions").Items().Select(JsonDecoration.Text),
    ];

    private static AlarmFacts Read(JsonCursor document, JsonCursor root, string eventId, string arn, DateTimeOffset now)
    {
        var state = document.Member("state").Object("the alarm's state");
        var configuration = document.Element.Get("configuration");
        var contributor = document.Element.Get("alarmContributor");
        var data = ReasonData.Parse(state.Element.Text("reasonData"));
        var reason = state.Element.Text("reason");
        return new AlarmFacts
        {
            EventId = eventId,
            Arn = arn,
            Name = document.Member("alarmName").Text("the alarm's name"),
            State = state.Member("value").OneOf("ALARM", "OK", "INSUFFICIENT_DATA"),
            At = state.Member("timestamp").Time(now),
            Reason = reason.Length > 0 ? reason : data.ToString(),
            PreviousState = document.Element.Get("previousState").Text("value"),
            Description = configuration.Text("description"),
            Rule = configuration.Text("alarmRule"),
            Metrics = [.. configuration.Get("metrics").Items().Select(AlarmMetric.OfConfiguration)],
            Threshold = Threshold.OfReason(reason),
            Tags = Tags(document.Element.Get("alarmTags")),
            Contributor = contributor.Text("id"),
            ContributorAttributes = [.. contributor.Get("attributes").Texts()],
            Comparison = configuration.Text("comparisonOperator"),
            Band = data.Band,
            Newest = data.Value,
            Points = data.Points,
            Actions = Actions(configuration),
            Mute = AlarmMutes.Read(document.Element, root.Element),
        };
    }
}
