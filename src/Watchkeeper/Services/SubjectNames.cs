using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Services;

/// <summary>By which names a subject may belong to a service.</summary>
internal static class SubjectNames
{
    private static readonly ImmutableArray<string> Groups = ["AutoScalingGroupName"];
    private static readonly ImmutableArray<string> Balancers = ["LoadBalancer", "TargetGroup", "LoadBalancerName"];

    private static readonly ImmutableArray<string> Databases =
        ["DBInstanceIdentifier", "DBClusterIdentifier", "TableName", "ClusterIdentifier", "CacheClusterId", "ReplicationGroupId"];

    private static readonly ImmutableArray<string> Queues = ["QueueName"];

    /// <summary>The names of a kind; empty if the subject has none.</summary>
    public static IEnumerable<string> For(Subject subject, BelongingKind kind) => kind switch
    {
        BelongingKind.Arn => Arns(subject),
        BelongingKind.AutoScalingGroup => Typed(subject, Groups, ":autoscaling:", "autoScalingGroupName/"),
        BelongingKind.LoadBalancer => Typed(subject, Balancers, ":elasticloadbalancing:", "loadbalancer/").SelectMany(Inner),
        BelongingKind.Database => Typed(subject, Databases, ":rds:", "").Concat(Typed(subject, [], ":dynamodb:", "table/")),
        BelongingKind.Queue => Typed(subject, Queues, ":sqs:", ""),
        BelongingKind.Name => Names(subject),
        _ => [],
    };

    private static IEnumerable<string> Arns(Subject subject)
    {
        if (IsArn(subject.Resource))
            yield return subject.Resource;
        if (subject.Source is SignalSource.Alarm && subject.Name.Length > 0)
            yield return $"arn:{subject.Partition}:cloudwatch:{subject.Region}:{subject.Account}:alarm:{subject.Name}";
    }

    private static IEnumerable<string> Names(Subject subject)
    {
        // The names of checks, detections and event types are AWS's or Watchkeeper's, and belong to nobody.
        if (subject.Source is SignalSource.Alarm)
            yield return subject.Name;
        if (subject.Resource.Length > 0)
            yield return IsArn(subject.Resource) ? LastPart(subject.Resource) : subject.Resource;
        if (subject.Labels[SubjectLabels.ResourceName] is { Length: > 0 } name)
            yield return name;
    }

    private static IEnumerable<string> Typed(Subject subject, ImmutableArray<string> labels, string service, string before)
    {
        foreach (var label in labels)
        {
            if (subject.Labels[label] is { Length: > 0 } name)
                yield return name;
        }

        var arn = subject.Resource;
        if (!IsArn(arn) || !arn.Contains(service, StringComparison.Ordinal))
            yield break;
        var at = before.Length == 0 ? -1 : arn.IndexOf(before, StringComparison.Ordinal);
        yield return at < 0 ? LastPart(arn) : arn[(at + before.Length)..];
    }

    // CloudWatch names a load balancer app/NAME/HASH, and a target group targetgroup/NAME/HASH.
    private static IEnumerable<string> Inner(string name)
    {
        yield return name;
        if (name.Split('/') is [_, { Length: > 0 } inner, _])
            yield return inner;
    }

    private static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal);

    private static string LastPart(string arn) => arn[(arn.AsSpan().LastIndexOfAny(':', '/') + 1)..];
}
