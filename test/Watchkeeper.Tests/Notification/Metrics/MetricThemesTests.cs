using Shouldly;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Metrics;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Metrics;

public class MetricThemesTests
{
    [Theory]
    [InlineData("AWS/SQS", "ApproximateAgeOfOldestMessage", "orders", "QueueWaits")]
    [InlineData("AWS/SQS", "ApproximateNumberOfMessagesVisible", "orders-dlq", "DeadLetters")]
    [InlineData("AWS/SQS", "ApproximateNumberOfMessagesVisible", "orders", "QueueWaits")]
    [InlineData("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count,RequestCount", "shop", "ServerErrors")]
    [InlineData("AWS/ApplicationELB", "HTTPCode_ELB_4XX_Count", "shop", "ClientErrors")]
    [InlineData("AWS/ApplicationELB", "TargetResponseTime", "shop", "Latency")]
    [InlineData("AWS/ApplicationELB", "UnHealthyHostCount", "shop", "UnhealthyTargets")]
    [InlineData("AWS/Lambda", "Errors", "pay", "FunctionErrors")]
    [InlineData("AWS/Lambda", "Throttles", "pay", "FunctionConcurrency")]
    [InlineData("AWS/Lambda", "Duration", "pay", "FunctionSlow")]
    [InlineData("AWS/Lambda", "IteratorAge", "pay", "ConsumerBehind")]
    [InlineData("AWS/DynamoDB", "ReadThrottleEvents", "orders", "Throttled")]
    [InlineData("AWS/DynamoDB", "SystemErrors", "orders", "ServerErrors")]
    [InlineData("AWS/RDS", "CPUUtilization", "shop-db", "DatabaseLoad")]
    [InlineData("AWS/RDS", "FreeStorageSpace", "shop-db", "StorageLow")]
    [InlineData("AWS/RDS", "FreeableMemory", "shop-db", "MemoryHigh")]
    [InlineData("AWS/RDS", "DatabaseConnections", "shop-db", "ConnectionsHigh")]
    [InlineData("AWS/RDS", "ReplicaLag", "shop-db", "ReplicaBehind")]
    [InlineData("AWS/EC2", "CPUCreditBalance", "i-0", "BurstCreditsLow")]
    [InlineData("CWAgent", "disk_used_percent", "i-0", "StorageLow")]
    [InlineData("CWAgent", "mem_used_percent", "i-0", "MemoryHigh")]
    [InlineData("AWS/CertificateManager", "DaysToExpiry", "shop.example", "CertificateExpires")]
    [InlineData("AWS/Billing", "EstimatedCharges", "USD", "BillingHigh")]
    [InlineData("AWS/DDoSProtection", "DDoSDetected", "eip", "DdosDetected")]
    [InlineData("AWS/Backup", "NumberOfBackupJobsFailed", "vault", "BackupFailed")]
    [InlineData("AWS/States", "ExecutionsFailed", "pay", "WorkflowFailed")]
    [InlineData("AWS/Events", "FailedInvocations", "nightly", "RuleFailed")]
    [InlineData("AWS/NATGateway", "ErrorPortAllocation", "nat-0", "NatGateway")]
    [InlineData("AWS/VPN", "TunnelState", "vpn-0", "LinkDown")]
    [InlineData("AWS/Route53", "HealthCheckStatus", "abc", "HealthCheckFailed")]
    [InlineData("AWS/SES", "Reputation.BounceRate", "", "MailReputation")]
    [InlineData("AWS/ES", "ClusterStatus.red", "search", "ClusterUnhealthy")]
    [InlineData("AWS/ElastiCache", "Evictions", "cache", "CacheEvictions")]
    [InlineData("ContainerInsights", "pod_number_of_container_restarts", "cart", "ContainerRestarts")]
    [InlineData("CloudWatchSynthetics", "SuccessPercent", "checkout", "CanaryFailed")]
    [InlineData("LogMetrics", "UnauthorizedAPICalls", "", "LogFilter")]
    [InlineData("AWS/Firehose", "DeliveryToS3.DataFreshness", "audit", "DeliveryFailed")]
    [InlineData("AWS/EFS", "PercentIOLimit", "fs-0", "FileSystemBusy")]
    [InlineData("AWS/WAFV2", "BlockedRequests", "edge", "RequestsBlocked")]
    [InlineData("AWS/Redshift", "HealthStatus", "dwh", "ClusterUnhealthy")]
    [InlineData("ECS/ContainerInsights", "RunningTaskCount", "pay", null)]
    [InlineData("AWS/EC2", "CPUUtilization", "shop-order-asg", null)]
    [InlineData("Shop", "AbandonedCarts", "shop", null)]
    public void A_metric_has_the_first_steps_of_its_theme(string space, string metric, string thing, string? theme) =>
        MetricThemes.Find(Alarm(space, metric, thing), Measured(BreachSide.Above))?.ToString().ShouldBe(theme);

    [Theory]
    [InlineData("Shop", "Orders")]
    [InlineData("AWS/RDS", "DatabaseConnections")]
    [InlineData("AWS/Lambda", "ConcurrentExecutions")]
    public void Too_little_is_no_excess(string space, string metric) =>
        MetricThemes.Find(Alarm(space, metric, "shop"), Measured(BreachSide.Below)).ShouldBe(MetricTheme.TooLittle);

    [Theory]
    [InlineData("ECS/ContainerInsights", "RunningTaskCount")]
    [InlineData("ContainerInsights", "service_number_of_running_pods")]
    [InlineData("ContainerInsights", "status_replicas_available")]
    [InlineData("AWS/AutoScaling", "GroupInServiceInstances")]
    public void Too_few_that_run_are_no_silence(string space, string metric) =>
        MetricThemes.Find(Alarm(space, metric, "shop"), Measured(BreachSide.Below)).ShouldBe(MetricTheme.TooFewRunning);

    [Fact]
    public void Missing_data_asks_first_whether_the_resource_still_runs() =>
        MetricThemes.Find(Alarm("AWS/SQS", "ApproximateAgeOfOldestMessage", "orders"), new Measurement { IsMissing = true })
            .ShouldBe(MetricTheme.NoData);

    [Theory]
    [InlineData(SignalKind.CompositeAlarm)]
    [InlineData(SignalKind.ScalingLimit)]
    public void What_is_no_metric_has_no_theme(SignalKind kind) =>
        MetricThemes.Find(Alarm("AWS/RDS", "FreeStorageSpace", "db") with { Kind = kind }, null).ShouldBeNull();

    [Fact]
    public void Each_theme_has_its_own_advice_in_each_language_that_fits_a_phone()
    {
        foreach (var advice in Enum.GetValues<Locale>().Select(MetricAdvice.In))
        {
            advice.Keys.ShouldBe(Enum.GetValues<MetricTheme>(), ignoreOrder: true);
            advice.Values.ShouldBeUnique();
            advice.Values.ShouldAllBe(text => text.Length < 230 && (text.EndsWith('.') || text.EndsWith('。')));
        }
    }

    private static Subject Alarm(string space, string metric, string thing) => SampleEntries.Subject with
    {
        Kind = SignalKind.CustomMetric,
        Title = $"{metric} of {thing}",
        Labels = LabelSet.Empty.With("namespace", space).With("metric", metric),
    };

    private static Measurement Measured(BreachSide side) => new() { Value = 5, Limit = 3, Side = side };
}
