using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Reads the message that an alarm sends to its SNS topics. The message has the same facts under other names, lacks reasonData,
/// and gives the region only as a display name («EU (Ireland)»), which is not used.
/// </summary>
internal static class AlarmNotification
{
    /// <summary>Reads the message.</summary>
    public static SignalParseResult Read(JsonCursor message, AlarmOrigin origin, DateTimeOffset now)
    {
        var name = message.Member("AlarmName").Text("the alarm's name");
        var trigger = message.Element.Get("Trigger");
        var reason = message.Element.Text("NewStateReason");
        return AlarmParser.Parse(new AlarmFacts
        {
            EventId = origin.EventId,
            Arn = ArnOf(message, name, origin),
            Account = Arn.AccountOrNone(message.Element.Text("AWSAccountId")),
            Name = name,
            State = message.Member("NewStateValue").OneOf("ALARM", "OK", "INSUFFICIENT_DATA"),
            At = message.Member("StateChangeTime").Time(now),
            Reason = reason,
            PreviousState = message.Element.Text("OldStateValue"),
            Description = message.Element.Text("AlarmDescription"),
            Rule = message.Element.Text("AlarmRule"),
            Metrics = AlarmMetric.OfTrigger(trigger),
            Threshold = Threshold.OfReason(reason) is { Length: > 0 } threshold ? threshold : Threshold.OfTrigger(trigger),
            Tags = AlarmStateDocument.Tags(message.Element.Get("AlarmTags")),
            Contributor = message.Element.Text("AlarmContributorId"),
            ContributorAttributes = [.. message.Element.Get("AlarmContributorAttributes").Texts()],
            Comparison = trigger.Text("ComparisonOperator"),
            Actions =
            [
                .. message.Element.Get("AlarmActions").Items().Select(JsonDecoration.Text),
                .. message.Element.Get("OKActions").Items().Select(JsonDecoration.Text),
                .. message.Element.Get("InsufficientDataActions").Items().Select(JsonDecoration.Text),
            ],
            Mute = AlarmMutes.ReadNotification(message.Element),
        });
    }

    // CloudWatch's first messages had no AlarmArn, and stored copies still lack it.
    private static string ArnOf(JsonCursor message, string name, AlarmOrigin origin)
    {
        var arn = message.Member("AlarmArn");
        return arn.Element.Text().Length > 0
            ? arn.Text("the alarm's ARN")
            : AlarmArn.Format(origin.Partition, origin.Region, message.Element.Text("AWSAccountId"), name);
    }
}
