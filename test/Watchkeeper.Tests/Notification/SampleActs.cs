using Watchkeeper.Signals;
using Watchkeeper.Testing;

namespace Watchkeeper.Tests.Notification;

/// <summary>Subjects of detections.</summary>
internal static class SampleActs
{
    /// <summary>A security group that a user opened.</summary>
    public static Subject Group { get; } = SampleEntries.Subject with
    {
        Fingerprint = new Fingerprint("detection/security-group-open-to-world/123456789012/1"),
        Source = SignalSource.Trail,
        Kind = SignalKind.Detection,
        Name = "security-group-open-to-world",
        Title = "Security group opened to the world",
        Service = "",
        Resource = "sg-1",
        Labels = LabelSet.Empty.With("actor", "arn:aws:iam::123456789012:user/ops/jonas").With("api", "ec2:Authorize")
            .With("sourceIp", "203.0.113.77").With("actorClass", "key").With("protocol", "tcp").With("port", "22")
            .With("network", "0.0.0.0/0"),
    };
}
