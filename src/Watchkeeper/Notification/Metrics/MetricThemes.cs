using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Finds the theme of an alarm by its metric's namespace and name, or by the words of its author.</summary>
internal static class MetricThemes
{
    // The first rule that holds decides. Namespace and part of the name, in lower case without separators; empty: any.
    private static readonly ImmutableArray<(string Space, string Name, MetricTheme Theme)> Rules =
    [
        ("aws/ddosprotection", "", MetricTheme.DdosDetected),
        ("", "ddosdetected", MetricTheme.DdosDetected),
        ("aws/backup", "", MetricTheme.BackupFailed),
        ("", "backupjobsfailed", MetricTheme.BackupFailed),
        ("aws/billing", "", MetricTheme.BillingHigh),
        ("", "estimatedcharges", MetricTheme.BillingHigh),
        ("", "smsmonthtodatespent", MetricTheme.BillingHigh),
        ("", "daystoexpiry", MetricTheme.CertificateExpires),
        ("cloudwatchsynthetics", "", MetricTheme.CanaryFailed),
        ("aws/route53", "healthcheck", MetricTheme.HealthCheckFailed),
        ("aws/ses", "reputation", MetricTheme.MailReputation),
        ("aws/ses", "bounce", MetricTheme.MailReputation),
        ("aws/ses", "complaint", MetricTheme.MailReputation),
        ("aws/vpn", "tunnelstate", MetricTheme.LinkDown),
        ("aws/dx", "state", MetricTheme.LinkDown),
        ("aws/natgateway", "", MetricTheme.NatGateway),
        ("aws/states", "", MetricTheme.WorkflowFailed),
        ("aws/events", "", MetricTheme.RuleFailed),
        ("aws/scheduler", "", MetricTheme.RuleFailed),
        ("aws/sns", "failed", MetricTheme.DeliveryFailed),
        ("aws/firehose", "success", MetricTheme.DeliveryFailed),
        ("aws/firehose", "datafreshness", MetricTheme.DeliveryFailed),
        ("aws/efs", "iolimit", MetricTheme.FileSystemBusy),
        ("aws/wafv2", "blockedrequests", MetricTheme.RequestsBlocked),
        ("waf", "blockedrequests", MetricTheme.RequestsBlocked),
        ("aws/lambda", "iteratorage", MetricTheme.ConsumerBehind),
        ("aws/kinesis", "iteratorage", MetricTheme.ConsumerBehind),
        ("", "offsetlag", MetricTheme.ConsumerBehind),
        ("", "consumerlag", MetricTheme.ConsumerBehind),
        ("aws/lambda", "deadlettererrors", MetricTheme.DeadLetters),
        ("aws/lambda", "error", MetricTheme.FunctionErrors),
        ("aws/lambda", "throttles", MetricTheme.FunctionConcurrency),
        ("aws/lambda", "concurren", MetricTheme.FunctionConcurrency),
        ("aws/lambda", "duration", MetricTheme.FunctionSlow),
        ("aws/sqs", "", MetricTheme.QueueWaits),
        ("aws/amazonmq", "queuesize", MetricTheme.QueueWaits),
        ("aws/amazonmq", "messageready", MetricTheme.QueueWaits),
        ("", "unhealthyhost", MetricTheme.UnhealthyTargets),
        ("", "healthyhost", MetricTheme.UnhealthyTargets),
        ("", "burstbalance", MetricTheme.BurstCreditsLow),
        ("", "creditbalance", MetricTheme.BurstCreditsLow),
        ("", "bytebalance", MetricTheme.BurstCreditsLow),
        ("", "replicalag", MetricTheme.ReplicaBehind),
        ("", "replicationlag", MetricTheme.ReplicaBehind),
        ("", "replicationlatency", MetricTheme.ReplicaBehind),
        ("", "oldestreplicationslot", MetricTheme.ReplicaBehind),
        ("", "deadlock", MetricTheme.Deadlocks),
        ("", "evictions", MetricTheme.CacheEvictions),
        ("aws/redshift", "healthstatus", MetricTheme.ClusterUnhealthy),
        ("aws/es", "clusterstatus", MetricTheme.ClusterUnhealthy),
        ("aws/es", "nodes", MetricTheme.ClusterUnhealthy),
        ("aws/aoss", "error", MetricTheme.ServerErrors),
        ("aws/kafka", "offlinepartitions", MetricTheme.ClusterUnhealthy),
        ("aws/kafka", "underreplicated", MetricTheme.ClusterUnhealthy),
        ("aws/kafka", "activecontroller", MetricTheme.ClusterUnhealthy),
        ("", "nodefailed", MetricTheme.ClusterUnhealthy),
        ("", "restart", MetricTheme.ContainerRestarts),
        ("aws/glue", "", MetricTheme.JobFailed),
        ("aws/batch", "failed", MetricTheme.JobFailed),
        ("", "jobsfailed", MetricTheme.JobFailed),
        ("", "failedtasks", MetricTheme.JobFailed),
        ("", "5xx", MetricTheme.ServerErrors),
        ("", "internalserver", MetricTheme.ServerErrors),
        ("", "systemerrors", MetricTheme.ServerErrors),
        ("", "targetconnectionerror", MetricTheme.UnhealthyTargets),
        ("", "throttl", MetricTheme.Throttled),
        ("", "provisionedthroughputexceeded", MetricTheme.Throttled),
        ("", "4xx", MetricTheme.ClientErrors),
        ("", "usererrors", MetricTheme.ClientErrors),
        ("", "freestorage", MetricTheme.StorageLow),
        ("", "freelocalstorage", MetricTheme.StorageLow),
        ("", "diskused", MetricTheme.StorageLow),
        ("", "diskspace", MetricTheme.StorageLow),
        ("", "diskfree", MetricTheme.StorageLow),
        ("", "storageused", MetricTheme.StorageLow),
        ("", "filesystemutil", MetricTheme.StorageLow),
        ("", "freeablememory", MetricTheme.MemoryHigh),
        ("", "memory", MetricTheme.MemoryHigh),
        ("", "memused", MetricTheme.MemoryHigh),
        ("", "swapusage", MetricTheme.MemoryHigh),
        ("", "jvmpressure", MetricTheme.MemoryHigh),
        ("", "connections", MetricTheme.ConnectionsHigh),
        ("", "latency", MetricTheme.Latency),
        ("", "responsetime", MetricTheme.Latency),
        ("", "duration", MetricTheme.Latency),
        ("aws/rds", "cpu", MetricTheme.DatabaseLoad),
        ("aws/docdb", "cpu", MetricTheme.DatabaseLoad),
        ("aws/neptune", "cpu", MetricTheme.DatabaseLoad),
        ("aws/redshift", "cpu", MetricTheme.DatabaseLoad),
        ("", "dbload", MetricTheme.DatabaseLoad),
    ];

    // What a service, a group or a cluster is meant to have running.
    private static readonly ImmutableArray<string> Runners =
    [
        "runningtask", "runningpods", "replicasready", "replicasavailable", "groupinservice", "clusternodecount", "taskcount",
        "containerinstancecount",
    ];

    // Too little of these is no trouble of theirs: something stopped arriving.
    private static readonly ImmutableArray<MetricTheme> Excesses =
    [
        MetricTheme.ClientErrors, MetricTheme.ConnectionsHigh, MetricTheme.FunctionConcurrency, MetricTheme.FunctionSlow,
        MetricTheme.Latency, MetricTheme.QueueWaits, MetricTheme.ServerErrors, MetricTheme.Throttled, MetricTheme.DatabaseLoad,
        MetricTheme.BillingHigh,
    ];

    /// <summary>The theme; null if nothing more is known than the kind.</summary>
    /// <param name="subject">A metric alarm's subject.</param>
    /// <param name="measurement">What the alarm measured; null if unknown.</param>
    public static MetricTheme? Find(Subject subject, Measurement? measurement)
    {
        if (subject.Source is not SignalSource.Alarm || subject.Kind is SignalKind.CompositeAlarm or SignalKind.ScalingLimit)
            return null;
        if (measurement is { IsMissing: true })
            return MetricTheme.NoData;
        var space = Plain(subject.Labels["namespace"]);
        var names = Plain($"{measurement?.Label} {subject.Labels["metric"]}");
        if (QueueMetrics.CountsMessages(subject.Labels["namespace"], subject.Labels["metric"]) && IsForDeadLetters(subject))
            return MetricTheme.DeadLetters;
        if (!space.StartsWith("aws/", StringComparison.Ordinal) && LogFilterMetrics.Find(subject.Labels["metric"]) is not null)
            return MetricTheme.LogFilter;
        var isBelow = measurement is { Side: BreachSide.Below };
        if (isBelow && Runners.Any(runner => names.Contains(runner, StringComparison.Ordinal)))
            return MetricTheme.TooFewRunning;
        foreach (var (ruleSpace, name, theme) in Rules)
        {
            if ((ruleSpace.Length == 0 || space == ruleSpace) && names.Contains(name, StringComparison.Ordinal))
                return isBelow && Excesses.Contains(theme) ? MetricTheme.TooLittle : theme;
        }

        return isBelow && subject.Kind is SignalKind.CustomMetric ? MetricTheme.TooLittle : null;
    }

    private static bool IsForDeadLetters(Subject subject) => Plain(subject.Title) is var title
        && (title.Contains("dlq", StringComparison.Ordinal) || title.Contains("deadletter", StringComparison.Ordinal));

    private static string Plain(string text) =>
        string.Concat(text.Where(c => c is not ('-' or '_' or '.' or ' '))).ToLowerInvariant();
}
