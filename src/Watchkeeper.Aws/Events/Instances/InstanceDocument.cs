using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Instances;

/// <summary>
/// Reads «EC2 Instance State-change Notification» («State change events for your instances» in the EC2 user guide). Only the
/// final state matters, from which an instance never returns.
/// </summary>
internal static class InstanceDocument
{
    /// <summary>The source in EventBridge.</summary>
    public const string Source = "aws.ec2";

    /// <summary>Reads an event of EventBridge.</summary>
    public static SignalParseResult Read(JsonCursor root, DateTimeOffset now)
    {
        root.Member("detail-type").OneOf("EC2 Instance State-change Notification");
        var envelope = EventBridgeEnvelope.Read(root, Source);
        var instance = envelope.Detail.Member("instance-id").Text("the instance's id");
        var state = envelope.Detail.Member("state").Text("the instance's state");
        return state == "terminated"
            ? new SignalParseResult.Gone(
                InertText.Shorten(envelope.Id, SubjectLimits.LabelValue),
                Arn.AccountOrNone(envelope.Account),
                envelope.Region,
                instance,
                envelope.Time(now), InertText.Line($"the instance {instance} was terminated"))
            : new SignalParseResult.Ignored(envelope.Id, "instance-not-terminated");
    }
}
