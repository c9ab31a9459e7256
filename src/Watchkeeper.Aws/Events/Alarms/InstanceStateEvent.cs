using System.Text.Json;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// «EC2 Instance State-change Notification» in state terminated: what its alarms told of is gone («State change events for your
/// instances» in the EC2 user guide).
/// </summary>
internal static class InstanceStateEvent
{
    private const string DetailType = "EC2 Instance State-change Notification";

    /// <summary>Whether a document is one.</summary>
    public static bool Fits(JsonElement document) => document.Text("source") == "aws.ec2"
        && document.Text("detail-type") == DetailType && document.Get("detail").Text("state") == "terminated";

    /// <summary>Reads it.</summary>
    public static Reading Read(JsonCursor root)
    {
        var envelope = EventBridgeEnvelope.Read(root, "aws.ec2");
        _ = envelope.Detail.Member("instance-id").Text("the instance's id");
        return new Reading.Ignored(envelope.Id, "instance-terminated");
    }
}
