using Amazon.AutoScaling.Model;
using Amazon.Runtime.Internal.Transform;
using Amazon.StandIn;

namespace Amazon.AutoScaling.Internal;

/// <summary>Reads a group.</summary>
internal static class GroupReader
{
    public static AutoScalingGroup Read(XmlUnmarshallerContext context) =>
        context.ReadStructure<AutoScalingGroup>((group, field) => Set(group, field, context));

    private static void Set(AutoScalingGroup group, string field, XmlUnmarshallerContext context)
    {
        switch (field)
        {
            case nameof(group.AutoScalingGroupARN):
                group.AutoScalingGroupARN = context.ReadString();
                break;
            case nameof(group.AutoScalingGroupName):
                group.AutoScalingGroupName = context.ReadString();
                break;
            case nameof(group.AvailabilityZones):
                group.AvailabilityZones = context.ReadStrings();
                break;
            case nameof(group.CreatedTime):
                group.CreatedTime = context.ReadTime();
                break;
            case nameof(group.DefaultCooldown):
                group.DefaultCooldown = context.ReadInt();
                break;
            case nameof(group.DesiredCapacity):
                group.DesiredCapacity = context.ReadInt();
                break;
            case nameof(group.HealthCheckGracePeriod):
                group.HealthCheckGracePeriod = context.ReadInt();
                break;
            case nameof(group.HealthCheckType):
                group.HealthCheckType = context.ReadString();
                break;
            case nameof(group.Instances):
                group.Instances = context.ReadList(() => GroupPartReader.ReadInstance(context));
                break;
            case nameof(group.MaxSize):
                group.MaxSize = context.ReadInt();
                break;
            case nameof(group.MinSize):
                group.MinSize = context.ReadInt();
                break;
            case nameof(group.NewInstancesProtectedFromScaleIn):
                group.NewInstancesProtectedFromScaleIn = context.ReadBool();
                break;
            case nameof(group.Status):
                group.Status = context.ReadString();
                break;
            case nameof(group.SuspendedProcesses):
                group.SuspendedProcesses = context.ReadList(() => GroupPartReader.ReadSuspendedProcess(context));
                break;
            case nameof(group.Tags):
                group.Tags = context.ReadList(() => GroupPartReader.ReadTag(context));
                break;
            case nameof(group.TargetGroupARNs):
                group.TargetGroupARNs = context.ReadStrings();
                break;
            case nameof(group.VPCZoneIdentifier):
                group.VPCZoneIdentifier = context.ReadString();
                break;
            case nameof(group.WarmPoolConfiguration):
                group.WarmPoolConfiguration = GroupPartReader.ReadWarmPool(context);
                break;
        }
    }
}
