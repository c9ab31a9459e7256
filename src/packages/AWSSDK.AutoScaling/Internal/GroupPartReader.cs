using Amazon.AutoScaling.Model;
using Amazon.Runtime.Internal.Transform;
using Amazon.StandIn;

namespace Amazon.AutoScaling.Internal;

/// <summary>Reads what a group consists of.</summary>
internal static class GroupPartReader
{
    public static Instance ReadInstance(XmlUnmarshallerContext context) =>
        context.ReadStructure<Instance>((instance, field) => Set(instance, field, context));

    public static SuspendedProcess ReadSuspendedProcess(XmlUnmarshallerContext context) =>
        context.ReadStructure<SuspendedProcess>((process, field) => Set(process, field, context));

    public static TagDescription ReadTag(XmlUnmarshallerContext context) =>
        context.ReadStructure<TagDescription>((tag, field) => Set(tag, field, context));

    public static WarmPoolConfiguration ReadWarmPool(XmlUnmarshallerContext context) =>
        context.ReadStructure<WarmPoolConfiguration>((pool, field) => Set(pool, field, context));

    private static void Set(WarmPoolConfiguration pool, string field, XmlUnmarshallerContext context)
    {
        switch (field)
        {
            case nameof(pool.MaxGroupPreparedCapacity):
                pool.MaxGroupPreparedCapacity = context.ReadInt();
                break;
            case nameof(pool.MinSize):
                pool.MinSize = context.ReadInt();
                break;
            case nameof(pool.Status):
                pool.Status = context.ReadString();
                break;
        }
    }

    private static void Set(Instance instance, string field, XmlUnmarshallerContext context)
    {
        switch (field)
        {
            case nameof(instance.AvailabilityZone):
                instance.AvailabilityZone = context.ReadString();
                break;
            case nameof(instance.HealthStatus):
                instance.HealthStatus = context.ReadString();
                break;
            case nameof(instance.InstanceId):
                instance.InstanceId = context.ReadString();
                break;
            case nameof(instance.InstanceType):
                instance.InstanceType = context.ReadString();
                break;
            case nameof(instance.LifecycleState):
                instance.LifecycleState = context.ReadString();
                break;
            case nameof(instance.ProtectedFromScaleIn):
                instance.ProtectedFromScaleIn = context.ReadBool();
                break;
        }
    }

    private static void Set(SuspendedProcess process, string field, XmlUnmarshallerContext context)
    {
        switch (field)
        {
            case nameof(process.ProcessName):
                process.ProcessName = context.ReadString();
                break;
            case nameof(process.SuspensionReason):
                process.SuspensionReason = context.ReadString();
                break;
        }
    }

    private static void Set(TagDescription tag, string field, XmlUnmarshallerContext context)
    {
        switch (field)
        {
            case nameof(tag.Key):
                tag.Key = context.ReadString();
                break;
            case nameof(tag.PropagateAtLaunch):
                tag.PropagateAtLaunch = context.ReadBool();
                break;
            case nameof(tag.ResourceId):
                tag.ResourceId = context.ReadString();
                break;
            case nameof(tag.ResourceType):
                tag.ResourceType = context.ReadString();
                break;
            case nameof(tag.Value):
                tag.Value = context.ReadString();
                break;
        }
    }
}
