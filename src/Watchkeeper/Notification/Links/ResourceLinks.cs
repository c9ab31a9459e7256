using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Links;

/// <summary>The console page of the resource in a metric's dimensions or in the subject.</summary>
internal static class ResourceLinks
{
    public static void Add(ImmutableArray<ConsoleLink>.Builder links, ConsoleSite site, Subject subject)
    {
        AddTo(LinkTarget.Instance, InstanceOf(subject), id => site.Regional("ec2", $"InstanceDetails:instanceId={id}"));
        AddFrom("AutoScalingGroupName", LinkTarget.ScalingGroup,
            name => site.Regional("ec2", $"AutoScalingGroupDetails:id={ConsoleSite.Encode(name)};view=details"));
        AddFrom("VolumeId", LinkTarget.Volume, id => site.Regional("ec2", $"VolumeDetails:volumeId={ConsoleSite.Encode(id)}"));
        AddFrom("LoadBalancer", LinkTarget.LoadBalancer, name => LoadBalancer(site, subject, name));
        AddFrom("DBInstanceIdentifier", LinkTarget.Database, id => Database(site, id, "false"));
        AddFrom("DBClusterIdentifier", LinkTarget.DatabaseCluster, id => Database(site, id, "true"));
        AddFrom("TableName", LinkTarget.Table, name => site.Regional("dynamodbv2", $"table?name={ConsoleSite.Encode(name)}"));
        AddFrom("QueueName", LinkTarget.Queue, name => Queue(site, subject, name));
        AddFrom("FunctionName", LinkTarget.Function, name => site.Regional("lambda", $"/functions/{ConsoleSite.Encode(name)}"));

        void AddFrom(string label, LinkTarget target, Func<string, string> address) =>
            AddTo(target, subject.Labels[label], address);

        void AddTo(LinkTarget target, string value, Func<string, string> address)
        {
            if (value.Length > 0)
                links.Add(new ConsoleLink(target, address(value)));
        }
    }

    private static string LoadBalancer(ConsoleSite site, Subject subject, string name)
    {
        // The dimension is the last part of the ARN, such as app/shop/50dc6c495c0c9188.
        var arn = $"arn:{site.Partition}:elasticloadbalancing:{site.Region}:{subject.Account}:loadbalancer/{name}";
        return site.Regional("ec2", $"LoadBalancer:loadBalancerArn={ConsoleSite.EncodeArn(arn)}");
    }

    private static string Database(ConsoleSite site, string id, string isCluster) =>
        site.Regional("rds", $"database:id={ConsoleSite.Encode(id)};is-cluster={isCluster}");

    private static string Queue(ConsoleSite site, Subject subject, string name)
    {
        var suffix = site.Partition is "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
        var queue = $"https://sqs.{site.Region}.{suffix}/{subject.Account}/{name}";
        return site.Regional("sqs/v3", $"/queues/{ConsoleSite.Encode(queue)}");
    }

    private static string InstanceOf(Subject subject)
    {
        var label = subject.Labels["InstanceId"];
        var id = label.Length > 0 ? label : subject.Resource[(subject.Resource.LastIndexOf('/') + 1)..];
        return IsInstanceId(id) ? id : "";
    }

    private static bool IsInstanceId(string id)
    {
        if (!id.StartsWith("i-", StringComparison.Ordinal) || id.Length is < 10 or > 19)
            return false;
        foreach (var c in id.AsSpan(2))
        {
            if (!char.IsAsciiHexDigitLower(c))
                return false;
        }

        return true;
    }
}
