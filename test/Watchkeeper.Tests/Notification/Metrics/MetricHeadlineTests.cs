using Shouldly;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Metrics;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Notification.Metrics;

public class MetricHeadlineTests
{
    // The thing in English and in Chinese, then the headline in both.
    [Theory]
    [InlineData("AWS/EC2", "CPUUtilization", 93.2, 80.0, "shop-order-asg", "shop-order-asg",
        "CPU 93.2 % (limit 80 %) on shop-order-asg", "shop-order-asg CPU 使用率 93.2%（阈值 80%）")]
    [InlineData("AWS/ECS", "CPUUtilization", 91.0, 80.0, "service pay", "服务 pay",
        "CPU 91 % (limit 80 %) on service pay", "服务 pay CPU 使用率 91%（阈值 80%）")]
    [InlineData("ContainerInsights", "pod_number_of_container_restarts", 91.0, 80.0, "pod checkout-7f9", "pod checkout-7f9",
        "Container restarts 91 (limit 80) on pod checkout-7f9", "pod checkout-7f9 容器重启 91 次（阈值 80）")]
    [InlineData("AWS/CloudFront", "5xxErrorRate", 91.0, 80.0, "distribution E1", "分配 E1",
        "5xx errors 91 % (limit 80 %) on distribution E1", "分配 E1 5xx 错误率 91%（阈值 80%）")]
    [InlineData("AWS/Lambda", "Errors", 91.0, 80.0, "pay:live", "pay:live",
        "91 function errors (limit 80) on pay:live", "pay:live 函数错误 91 次（阈值 80）")]
    [InlineData("AWS/States", "ExecutionsFailed", 91.0, 80.0, "state machine pay", "状态机 pay",
        "91 failed executions (limit 80) of state machine pay", "状态机 pay 执行失败 91 次（阈值 80）")]
    [InlineData("AWS/ES", "ClusterStatus.red", 91.0, 80.0, "logs", "logs",
        "Cluster red: data unreachable, on domain logs", "域 logs 集群状态为红色：部分数据不可用")]
    [InlineData("AWS/Kafka", "UnderReplicatedPartitions", 91.0, 80.0, "main, broker 1", "集群 main，代理 1",
        "91 under-replicated partitions (limit 80) on main, broker 1", "集群 main，代理 1 副本不足的分区 91 个（阈值 80）")]
    [InlineData("AWS/MediaLive", "ActiveAlerts", 91.0, 80.0, "channel 1, pipeline 0", "频道 1，管道 0",
        "91 active alerts (limit 80) on channel 1, pipeline 0", "频道 1，管道 0 活动告警 91 个（阈值 80）")]
    [InlineData("AWS/SES", "Reputation.BounceRate", 91.0, 80.0, "", "",
        "Bounce rate 91 (limit 80), whole account", "整个账户退信率 91（阈值 80）")]
    [InlineData("AWS/DDoSProtection", "DDoSDetected", 91.0, 80.0, "distribution E1", "分配 E1",
        "DDoS attack detected on distribution E1", "分配 E1 检测到 DDoS 攻击")]
    [InlineData("AWS/Backup", "NumberOfBackupJobsFailed", 91.0, 80.0, "backup vault v", "备份保管库 v",
        "91 failed backup jobs (limit 80) in backup vault v", "备份保管库 v 备份任务失败 91 个（阈值 80）")]
    [InlineData("AWS/CertificateManager", "DaysToExpiry", 91.0, 80.0, "certificate 1", "证书 1",
        "Time to expiry 91 days (limit 80 days) on certificate 1", "证书 1 距到期 91 天（阈值 80 天）")]
    [InlineData("AWS/WAFV2", "BlockedRequests", 91.0, 80.0, "web ACL a", "Web ACL a",
        "91 blocked requests (limit 80) by web ACL a", "Web ACL a 拦截请求 91 次（阈值 80）")]
    [InlineData("AWS/SQS", "ApproximateAgeOfOldestMessage", 840.0, 300.0, "shop-orders", "shop-orders",
        "Oldest message 14 min (limit 5 min) in queue shop-orders", "队列 shop-orders 最早消息已等待 14 分钟（阈值 5 分钟）")]
    [InlineData("AWS/SQS", "ApproximateNumberOfMessagesVisible", 5.0, 0.0, "shop-orders-dlq", "shop-orders-dlq",
        "5 dead-letter messages in queue shop-orders-dlq", "队列 shop-orders-dlq 死信消息 5 条")]
    [InlineData("AWS/SQS", "ApproximateNumberOfMessagesVisible", 1234.0, 1000.0, "queue shop-orders", "队列 shop-orders",
        "1,234 waiting messages (limit 1,000) in queue shop-orders", "队列 shop-orders 积压消息 1,234 条（阈值 1,000）")]
    [InlineData("AWS/ApplicationELB", "UnHealthyHostCount", 2.0, 0.0, "shop-alb", "shop-alb",
        "2 unhealthy targets behind shop-alb", "shop-alb 不健康目标 2 个")]
    [InlineData("AWS/Lambda", "Invocations", 12_300_000.0, 1_000.0, "pay", "pay",
        "12.3 million calls (limit 1,000) of pay", "pay 调用 1,230 万次（阈值 1,000）")]
    [InlineData("AWS/EC2", "StatusCheckFailed_System", 1.0, 0.0, "i-0abc", "i-0abc",
        "System check failed on i-0abc", "i-0abc 系统状态检查失败")]
    [InlineData("CWAgent", "disk_used_percent", 93.0, 90.0, "i-0abc, path /", "i-0abc，路径 /",
        "Disk usage 93 % (limit 90 %) on i-0abc, path /", "i-0abc，路径 / 磁盘使用率 93%（阈值 90%）")]
    [InlineData("LogMetrics", "RootAccountUsage", 1.0, 1.0, "", "", "1 use of the root user", "根用户使用 1 次")]
    [InlineData("Shop", "BlockedRequests", 91.0, 80.0, "shop", "shop",
        "Blocked requests 91 (limit 80) on shop", "shop BlockedRequests 91（阈值 80）")]
    public void An_alarm_above_its_limit_says_what_how_much_and_of_what(
        string space, string metric, double value, double limit, string thing, string thingInChinese,
        string english, string chinese)
    {
        var facts = new MetricFacts
        {
            Namespace = space,
            Metric = metric,
            Statistic = "Sum",
            Value = value,
            Limit = limit,
            Side = BreachSide.Above,
            Thing = thing,
        };

        MetricHeadline.Write(facts, Locale.English).ShouldBe(english);
        MetricHeadline.Write(facts with { Thing = thingInChinese }, Locale.Chinese).ShouldBe(chinese);
    }

    [Theory]
    [InlineData("AWS/RDS", "FreeStorageSpace", 18_253_611_008.0, 20_000_000_000.0, "shop-db",
        "Free storage only 18.3 GB (minimum 20 GB) on shop-db", "shop-db 可用存储空间仅剩 18.3 GB（下限 20 GB）")]
    [InlineData("AWS/ES", "FreeStorageSpace", 10_240.0, 20_480.0, "logs",
        "Free storage only 10 GiB (minimum 20 GiB) on domain logs", "域 logs 可用存储空间仅剩 10 GiB（下限 20 GiB）")]
    [InlineData("AWS/ApplicationELB", "HealthyHostCount", 1.0, 2.0, "shop-alb",
        "Healthy targets only 1 (minimum 2) behind shop-alb", "shop-alb 健康目标仅 1 个（下限 2）")]
    [InlineData("AWS/EC2", "CPUUtilization", 0.4, 1.0, "i-0abc",
        "CPU only 0.4 % (minimum 1 %) on i-0abc", "i-0abc CPU 使用率仅 0.4%（下限 1%）")]
    [InlineData("AWS/ApplicationELB", "RequestCount", 0.0, 1.0, "shop-alb",
        "No requests (minimum 1) on shop-alb", "shop-alb 无请求（下限 1）")]
    [InlineData("AWS/ApplicationELB", "HealthyHostCount", 0.0, 2.0, "",
        "No healthy targets (minimum 2)", "无健康目标（下限 2）")]
    [InlineData("AWS/EC2", "CPUUtilization", 0.0, 1.0, "i-0abc",
        "CPU only 0 % (minimum 1 %) on i-0abc", "i-0abc CPU 使用率仅 0%（下限 1%）")]
    [InlineData("AWS/Redshift", "HealthStatus", 0.0, 1.0, "集群 dwh", "Cluster 集群 dwh is unhealthy", "集群 dwh 不健康")]
    [InlineData("AWS/Redshift", "HealthStatus", 0.0, 1.0, "cluster dwh", "Cluster dwh is unhealthy", "集群 cluster dwh 不健康")]
    [InlineData("CloudWatchSynthetics", "SuccessPercent", 0.0, 90.0, "login",
        "Successful runs only 0 % (minimum 90 %) of canary login", "Canary login 运行成功率仅 0%（下限 90%）")]
    [InlineData("AWS/ACM", "DaysToExpiry", 12.0, 30.0, "certificate 1",
        "Certificate 1 expires in 12 days (limit 30 days)", "证书 certificate 1 还有 12 天到期（阈值 30 天）")]
    [InlineData("AWS/ACM", "DaysToExpiry", 1.0, 30.0, "",
        "Certificate expires in 1 day (limit 30 days)", "证书还有 1 天到期（阈值 30 天）")]
    [InlineData("AWS/KMS", "SecondsUntilKeyMaterialExpiration", 180_000.0, 604_800.0, "shop-key",
        "Key shop-key expires in 2 d 2 h (limit 7 d)", "密钥 shop-key 还有 2 天 2 小时到期（阈值 7 天）")]
    [InlineData("AWS/Route53", "HealthCheckStatus", 0.0, 1.0, "health check abc",
        "Health check fails: abc", "health check abc 健康检查失败")]
    [InlineData("AWS/VPN", "TunnelState", 0.5, 1.0, "", "Tunnel down", "隧道中断")]
    [InlineData("AWS/Firehose", "DeliveryToS3.Success", 0.925, 0.99, "logs",
        "Deliveries that succeed only 92.5 % (minimum 99 %) from logs", "logs 投递成功率仅 92.5%（下限 99%）")]
    // A flag on its other side is no trouble of its own kind.
    [InlineData("AWS/DDoSProtection", "DDoSDetected", 0.0, 1.0, "E1",
        "DDoS detection only 0 (minimum 1) on E1", "E1 DDoS 检测仅 0（下限 1）")]
    public void An_alarm_below_its_limit_names_the_minimum(
        string space, string metric, double value, double limit, string thing, string english, string chinese)
    {
        var facts = new MetricFacts
        {
            Namespace = space,
            Metric = metric,
            Statistic = "Minimum",
            Value = value,
            Limit = limit,
            Side = BreachSide.Below,
            Thing = thing,
        };

        MetricHeadline.Write(facts, Locale.English).ShouldBe(english);
        MetricHeadline.Write(facts, Locale.Chinese).ShouldBe(chinese);
    }

    [Theory]
    [InlineData("AWS/EC2", "CPUUtilization", nameof(BreachSide.Above), 41.0, 80.0,
        "CPU 41 % (limit 80 %) on x", "x CPU 使用率 41%（阈值 80%）")]
    [InlineData("AWS/RDS", "FreeStorageSpace", nameof(BreachSide.Below), 52e9, 20e9,
        "Free storage 52 GB (minimum 20 GB) on x", "x 可用存储空间 52 GB（下限 20 GB）")]
    [InlineData("AWS/EC2", "StatusCheckFailed", nameof(BreachSide.Above), 0.0, 0.0, "Status check passes on x", "x 状态检查正常")]
    [InlineData("AWS/SQS", "ApproximateAgeOfOldestMessage", nameof(BreachSide.Above), 8.0, 300.0,
        "Oldest message 8 s (limit 5 min) in queue x", "队列 x 最早消息已等待 8 秒（阈值 5 分钟）")]
    [InlineData("AWS/Backup", "NumberOfBackupJobsFailed", nameof(BreachSide.Above), 0.0, 0.0,
        "0 failed backup jobs in x", "x 备份任务失败 0 个")]
    public void An_alarm_that_is_over_says_the_value_now(
        string space, string metric, string side, double value, double limit, string english, string chinese)
    {
        var facts = new MetricFacts
        {
            Namespace = space,
            Metric = metric,
            Value = value,
            Limit = limit,
            Side = Enum.Parse<BreachSide>(side),
            Thing = "x",
            IsResolved = true,
            IsMissingData = true,
        };

        MetricHeadline.Write(facts, Locale.English).ShouldBe(english);
        MetricHeadline.Write(facts, Locale.Chinese).ShouldBe(chinese);
    }

    [Fact]
    public void A_band_names_both_edges() => Check(
        Cpu with { Value = 93, Lower = 10, Upper = 20.5, Limit = null },
        "CPU 93 %, expected 10 % to 20.5 %, on shop-db",
        "shop-db CPU 使用率 93%，预期 10%–20.5%");

    [Fact]
    public void A_value_just_outside_its_band_is_told_from_the_edge() => Check(
        Cpu with { Value = 20.003, Lower = -5, Upper = 20, Limit = null },
        "CPU 20.003 %, expected -5 % to 20 %, on shop-db",
        "shop-db CPU 使用率 20.003%，预期 -5% 至 20%");

    [Fact]
    public void Missing_data_is_said_so_whatever_the_metric_is()
    {
        Check(Cpu with { IsMissingData = true, Value = null }, "No data for CPU on shop-db", "shop-db CPU 使用率无数据");
        Check(
            Cpu with { IsMissingData = true, Metric = "StatusCheckFailed", Thing = "" },
            "No data for status check", "状态检查无数据");
        Check(
            Cpu with { IsMissingData = true, Metric = "Foo", Namespace = "Shop" },
            "No data for foo on shop-db", "shop-db Foo 无数据");
    }

    [Fact]
    public void An_unknown_side_claims_no_direction() => Check(
        Cpu with { Side = BreachSide.Unknown },
        "CPU 93 %, limit 80 %, on shop-db",
        "shop-db CPU 使用率 93%，阈值 80%");

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Without_a_value_the_limit_stands_alone(double? value) => Check(
        Cpu with { Value = value },
        "CPU (limit 80 %) on shop-db",
        "shop-db CPU 使用率（阈值 80%）");

    [Fact]
    public void Without_a_resource_the_headline_ends_earlier() =>
        Check(Cpu with { Thing = "" }, "CPU 93 % (limit 80 %)", "CPU 使用率 93%（阈值 80%）");

    [Fact]
    public void An_author_s_label_stays_as_written()
    {
        var label = Cpu with { Metric = "", Label = "order 5xx rate", Thing = "shop-alb", Value = 7.5, Limit = 5 };

        Check(label, "order 5xx rate 7.5 (limit 5) on shop-alb", "shop-alb：order 5xx rate 7.5（阈值 5）");
        Check(
            label with { Label = "Order 5xx rate (%)" },
            "Order 5xx rate 7.5 % (limit 5 %) on shop-alb", "shop-alb：Order 5xx rate 7.5%（阈值 5%）");
        Check(label with { Label = "订单失败率" }, "订单失败率 7.5 (limit 5) on shop-alb", "shop-alb 订单失败率 7.5（阈值 5）");
    }

    [Theory]
    [InlineData("Order 5xx rate [%]", "Order 5xx rate 7.5 % (limit 5 %) on shop-alb")]
    [InlineData("Order 5xx rate %", "Order 5xx rate 7.5 % (limit 5 %) on shop-alb")]
    [InlineData("Errors in %", "Errors 7.5 % (limit 5 %) on shop-alb")]
    [InlineData("Errors (percent)", "Errors 7.5 % (limit 5 %) on shop-alb")]
    [InlineData("Wait [ms]", "Wait 7.5 ms (limit 5 ms) on shop-alb")]
    [InlineData("Wait (seconds)", "Wait 7.5 s (limit 5 s) on shop-alb")]
    [InlineData("Wait in seconds", "Wait 7.5 s (limit 5 s) on shop-alb")]
    [InlineData("Heap (bytes)", "Heap 7.5 B (limit 5 B) on shop-alb")]
    [InlineData("%", "% 7.5 (limit 5) on shop-alb")]
    [InlineData("Orders (s)ent", "Orders (s)ent 7.5 (limit 5) on shop-alb")]
    public void A_label_that_ends_with_a_unit_gives_it_to_the_numbers(string label, string english) => MetricHeadline
        .Write(Cpu with { Metric = "", Label = label, Thing = "shop-alb", Value = 7.5, Limit = 5 }, Locale.English).ShouldBe(english);

    [Fact]
    public void The_edge_of_a_band_alone_is_what_was_expected()
    {
        Check(
            Cpu with { Value = 93, Upper = 20.5, Limit = null },
            "CPU 93 % (expected at most 20.5 %) on shop-db", "shop-db CPU 使用率 93%（预期不超过 20.5%）");
        Check(
            Cpu with { Value = 3, Lower = 20.5, Limit = null, Side = BreachSide.Below },
            "CPU only 3 % (expected at least 20.5 %) on shop-db", "shop-db CPU 使用率仅 3%（预期不低于 20.5%）");
    }

    [Theory]
    [InlineData("i-0deadbeef12345678", "CPU 93 % (limit 80 %) on i-0deadbeef12345678 (batch-host)",
        "i-0deadbeef12345678（batch-host）CPU 使用率 93%（阈值 80%）")]
    [InlineData("i-0deadbeef12345678, path /", "CPU 93 % (limit 80 %) on i-0deadbeef12345678, path / (batch-host)",
        "i-0deadbeef12345678, path /（batch-host）CPU 使用率 93%（阈值 80%）")]
    // What comes behind a whole GUID would be cut off.
    [InlineData("12345678-1234-1234-1234-123456789012", "CPU 93 % (limit 80 %) on 12345678… (batch-host)",
        "12345678…（batch-host）CPU 使用率 93%（阈值 80%）")]
    [InlineData("shop-db", "CPU 93 % (limit 80 %) on shop-db", "shop-db CPU 使用率 93%（阈值 80%）")]
    [InlineData("", "CPU 93 % (limit 80 %)", "CPU 使用率 93%（阈值 80%）")]
    public void An_id_has_the_alarm_s_name_beside_it(string thing, string english, string chinese) =>
        Check(Cpu with { Thing = thing, AlarmName = "batch-host" }, english, chinese);

    [Fact]
    public void The_alarm_s_name_is_not_said_twice()
    {
        var facts = Cpu with { Thing = "i-0deadbeef12345678", AlarmName = "cpu-of-i-0deadbeef12345678" };

        Check(facts, "CPU 93 % (limit 80 %) on i-0deadbeef12345678", "i-0deadbeef12345678 CPU 使用率 93%（阈值 80%）");
        Check(
            facts with { Label = "batch-cpu (%)", AlarmName = "batch-cpu" },
            "batch-cpu 93 % (limit 80 %) on i-0deadbeef12345678", "i-0deadbeef12345678：batch-cpu 93%（阈值 80%）");
    }

    [Fact]
    public void A_metric_of_one_s_own_without_a_resource_has_the_alarm_s_name()
    {
        var facts = Cpu with { Namespace = "Shop", Metric = "ErrorCount", Thing = "", Value = 17, Limit = 10, AlarmName = "pay-errors" };

        Check(facts, "Error count 17 (limit 10): pay-errors", "pay-errors：ErrorCount 17（阈值 10）");
        Check(facts with { IsMissingData = true, Value = null }, "No data for error count: pay-errors", "pay-errors：ErrorCount 无数据");
        // A log filter's metric says it all.
        Check(
            facts with { Metric = "RootAccountUsage" },
            "17 uses of the root user (limit 10)", "根用户使用 17 次（阈值 10）");
    }

    [Fact]
    public void A_query_without_numbers_says_its_author_s_words()
    {
        var facts = new MetricFacts
        {
            Label = "99th percentile above half a second",
            Side = BreachSide.Above,
            Thing = "checkout, route /pay/{id}",
        };

        MetricHeadline.Write(facts, Locale.English)
            .ShouldBe("99th percentile above half a second on checkout, route /pay/{id}");
        MetricHeadline.Write(facts with { Thing = "checkout，路由 /pay/{id}" }, Locale.Chinese)
            .ShouldBe("checkout，路由 /pay/{id}：99th percentile above half a second");
        MetricHeadline.Write(facts with { Thing = "" }, Locale.Chinese).ShouldBe("99th percentile above half a second");
    }

    [Fact]
    public void Charges_name_the_payer_and_the_currency()
    {
        var facts = new MetricFacts
        {
            Namespace = "AWS/Billing",
            Metric = "EstimatedCharges",
            Value = 91,
            Limit = 80,
            Side = BreachSide.Above,
            Currency = "USD",
            Thing = "account 123456789012",
        };

        MetricHeadline.Write(facts, Locale.English).ShouldBe("Charges 91 USD this month (limit 80 USD), account 123456789012");
        MetricHeadline.Write(facts with { Thing = "账户 123456789012" }, Locale.Chinese)
            .ShouldBe("账户 123456789012 本月费用 91 USD（阈值 80 USD）");
        MetricHeadline.Write(facts with { Thing = "", Currency = "" }, Locale.English)
            .ShouldBe("Charges 91 this month (limit 80)");
    }

    // AWS: the Average of these metrics is the rate of errors, and the Sum their number.
    [Theory]
    [InlineData("AWS/ApiGateway", "5XXError", "Average", 0.125, 0.05,
        "5xx errors 12.5 % (limit 5 %) on pay", "pay 5xx 错误率 12.5%（阈值 5%）")]
    [InlineData("AWS/ApiGateway", "5XXError", "Average", 91.0, 80.0, "5xx errors 91 (limit 80) on pay", "pay 5xx 错误率 91（阈值 80）")]
    [InlineData("AWS/ApiGateway", "5XXError", "Sum", 91.0, 80.0,
        "91 server errors (5xx; limit 80) on pay", "pay 5xx 错误 91 次（阈值 80）")]
    [InlineData("AWS/S3", "5xxErrors", "Average", 0.001, 0.0005,
        "5xx errors 0.1 % (limit 0.05 %) on pay", "pay 5xx 错误率 0.1%（阈值 0.05%）")]
    [InlineData("AWS/SES", "Reputation.BounceRate", "Average", 0.071, 0.05,
        "Bounce rate 7.1 % (limit 5 %) on pay", "pay 退信率 7.1%（阈值 5%）")]
    // One of the two numbers is no fraction: then neither is shown as one.
    [InlineData("AWS/SES", "Reputation.BounceRate", "Average", 1.5, 0.05,
        "Bounce rate 1.5 (limit 0.05) on pay", "pay 退信率 1.5（阈值 0.05）")]
    [InlineData("AWS/ApplicationELB", "TargetResponseTime", "p99", 1.25, 0.5,
        "Response time 1.25 s (limit 500 ms) on pay", "pay 响应时间 1.25 秒（阈值 500 毫秒）")]
    [InlineData("AWS/ApplicationELB", "TargetResponseTime", "SampleCount", 1234.0, 1000.0,
        "Response time samples 1,234 (limit 1,000) on pay", "pay 响应时间样本数 1,234 个（阈值 1,000）")]
    [InlineData("AWS/ApplicationELB", "TargetResponseTime", "PR(:0.5)", 97.0, 95.0,
        "Response time PR(:0.5) 97 % (limit 95 %) on pay", "pay 响应时间 PR(:0.5) 97%（阈值 95%）")]
    // A name gives away a percentage, but not whether 1 or 100 is the whole.
    [InlineData("Shop", "PoolUtilization", "Average", 0.93, 0.8,
        "Pool utilization 0.93 (limit 0.8) on pay", "pay PoolUtilization 0.93（阈值 0.8）")]
    [InlineData("Shop", "PoolUtilization", "Average", 93.0, 80.0,
        "Pool utilization 93 % (limit 80 %) on pay", "pay PoolUtilization 93%（阈值 80%）")]
    public void The_statistic_and_the_numbers_decide_the_unit(
        string space, string metric, string statistic, double value, double limit, string english, string chinese) => Check(
        Cpu with { Namespace = space, Metric = metric, Statistic = statistic, Value = value, Limit = limit, Thing = "pay" },
        english,
        chinese);

    private static MetricFacts Cpu => new()
    {
        Namespace = "AWS/EC2",
        Metric = "CPUUtilization",
        Statistic = "Average",
        Value = 93,
        Limit = 80,
        Side = BreachSide.Above,
        Thing = "shop-db",
    };

    private static void Check(MetricFacts facts, string english, string chinese)
    {
        MetricHeadline.Write(facts, Locale.English).ShouldBe(english);
        MetricHeadline.Write(facts, Locale.Chinese).ShouldBe(chinese);
    }
}
