namespace Watchkeeper.Aws.Tests.Events;

/// <summary>Condition, kind, name | title | resource of each alarm.</summary>
internal static class AlarmExpectations
{
    public static Dictionary<string, string> ByFile { get; } = new(StringComparer.Ordinal)
    {
        ["alarm-direct/050-order-down-composite-alarm-second-way"] =
            "trouble composite-alarm shop-order-down | Combination of shop-order-5xx-rate-high, "
            + "shop-order-hosts-unhealthy, shop-order-cpu-high | ",
        ["alarm-direct/080-payment-queue-old-alarm-third-way"] =
            "trouble custom-metric shop-payment-queue-old | ApproximateAgeOfOldestMessage of shop-payment-queue | "
            + "shop-payment-queue",
        ["alarm-direct/110-carts-write-capacity-contributor-alarm"] =
            "trouble disk-write shop-carts-write-capacity | MAX(ConsumedWriteCapacityUnits) of shop-carts | shop-carts",
        ["alarm-direct/111-carts-write-capacity-contributor-ok"] =
            "clear disk-write shop-carts-write-capacity | MAX(ConsumedWriteCapacityUnits) of shop-carts | shop-carts",
        ["alarm-direct/120-carts-read-throttled-alarm"] =
            "trouble disk-read shop-carts-read-throttled | ReadThrottleEvents of shop-carts | shop-carts",
        ["alarm-direct/200-order-5xx-rate-math-ok"] =
            "clear custom-metric shop-order-5xx-rate-high | Order 5xx rate (%) of app/shop-alb/7c3a9e5d1f2b4086 | "
            + "app/shop-alb/7c3a9e5d1f2b4086",
        ["alarm-direct/240-payment-errors-ok"] =
            "clear custom-metric shop-payment-errors | Errors of shop-payment | shop-payment",
        ["alarm-direct/300-db-write-iops-ok"] =
            "clear disk-write shop-db-write-iops-high | WriteIOPS of shop-db | shop-db",
        ["alarm-eventbridge/010-order-cpu-high-alarm"] =
            "trouble cpu shop-order-cpu-high | CPUUtilization of shop-order-asg | shop-order-asg",
        ["alarm-eventbridge/011-order-cpu-high-alarm-delivered-twice"] =
            "trouble cpu shop-order-cpu-high | CPUUtilization of shop-order-asg | shop-order-asg",
        ["alarm-eventbridge/020-order-traffic-anomaly-alarm"] =
            "trouble network-in shop-order-traffic-unusual | NetworkIn of shop-order-asg outside its expected range | "
            + "shop-order-asg",
        ["alarm-eventbridge/030-order-5xx-rate-math-alarm"] =
            "trouble custom-metric shop-order-5xx-rate-high | Order 5xx rate (%) of app/shop-alb/7c3a9e5d1f2b4086 | "
            + "app/shop-alb/7c3a9e5d1f2b4086",
        ["alarm-eventbridge/040-order-hosts-unhealthy-alarm"] =
            "trouble status-check shop-order-hosts-unhealthy | UnHealthyHostCount of "
            + "targetgroup/shop-order/d2f4b6a8c0e13579 | targetgroup/shop-order/d2f4b6a8c0e13579",
        ["alarm-eventbridge/050-order-down-composite-alarm-suppressed"] =
            "trouble composite-alarm shop-order-down | Combination of shop-order-5xx-rate-high, "
            + "shop-order-hosts-unhealthy, shop-order-cpu-high | ",
        ["alarm-eventbridge/060-db-cpu-critical-alarm"] =
            "trouble cpu shop-db-cpu-critical | CPUUtilization of shop-db | shop-db",
        ["alarm-eventbridge/061-db-read-latency-alarm"] =
            "trouble disk-read shop-db-read-latency-high | ReadLatency of shop-db | shop-db",
        ["alarm-eventbridge/062-db-write-iops-alarm"] =
            "trouble disk-write shop-db-write-iops-high | WriteIOPS of shop-db | shop-db",
        ["alarm-eventbridge/070-order-cpu-high-insufficient-data"] =
            "unknown cpu shop-order-cpu-high | CPUUtilization of shop-order-asg | shop-order-asg",
        ["alarm-eventbridge/071-order-cpu-high-alarm-tagged-critical"] =
            "trouble cpu shop-order-cpu-high | CPUUtilization of shop-order-asg | shop-order-asg",
        ["alarm-eventbridge/080-payment-queue-old-alarm"] =
            "trouble custom-metric shop-payment-queue-old | ApproximateAgeOfOldestMessage of shop-payment-queue | "
            + "shop-payment-queue",
        ["alarm-eventbridge/090-payment-errors-alarm"] =
            "trouble custom-metric shop-payment-errors | Errors of shop-payment | shop-payment",
        ["alarm-eventbridge/100-warehouse-status-check-failed-alarm"] =
            "trouble status-check shop-warehouse-status-check | StatusCheckFailed of i-0b7d2f4a6c8e01357 | i-0b7d2f4a6c8e01357",
        ["alarm-eventbridge/101-warehouse-status-check-ok"] =
            "clear status-check shop-warehouse-status-check | StatusCheckFailed of i-0b7d2f4a6c8e01357 | i-0b7d2f4a6c8e01357",
        ["alarm-eventbridge/102-warehouse-network-out-math-alarm"] =
            "trouble network-out shop-warehouse-network-out-high | Bytes out of both servers | ",
        ["alarm-eventbridge/110-carts-write-capacity-insights-alarm"] =
            "trouble disk-write shop-carts-write-capacity | MAX(ConsumedWriteCapacityUnits) in AWS/DynamoDB by TableName | ",
        ["alarm-eventbridge/200-order-hosts-unhealthy-ok"] =
            "clear status-check shop-order-hosts-unhealthy | UnHealthyHostCount of "
            + "targetgroup/shop-order/d2f4b6a8c0e13579 | targetgroup/shop-order/d2f4b6a8c0e13579",
        ["alarm-eventbridge/201-order-down-composite-ok"] =
            "clear composite-alarm shop-order-down | Combination of shop-order-5xx-rate-high, "
            + "shop-order-hosts-unhealthy, shop-order-cpu-high | ",
        ["alarm-eventbridge/210-order-cpu-high-ok"] =
            "clear cpu shop-order-cpu-high | CPUUtilization of shop-order-asg | shop-order-asg",
        ["alarm-eventbridge/220-db-cpu-critical-ok"] =
            "clear cpu shop-db-cpu-critical | CPUUtilization of shop-db | shop-db",
        ["alarm-eventbridge/230-order-cpu-high-alarm-within-the-window"] =
            "trouble cpu shop-order-cpu-high | CPUUtilization of shop-order-asg | shop-order-asg",
        ["alarm-eventbridge/231-order-cpu-high-ok-again"] =
            "clear cpu shop-order-cpu-high | CPUUtilization of shop-order-asg | shop-order-asg",
        ["alarm-eventbridge/300-order-capacity-low-alarm"] =
            "trouble custom-metric shop-order-capacity-low | GroupInServiceInstances of shop-order-asg | shop-order-asg",
        ["alarm-eventbridge/310-checkout-abandoned-custom-alarm-muted"] =
            "trouble custom-metric shop-checkout-abandoned | AbandonedCarts of production, payment | ",
        ["alarm-eventbridge/320-checkout-abandoned-configuration-change"] =
            "ignored no-state-change",
        ["alarm-notification/010-db-read-latency-ok-body-alone"] =
            "clear disk-read shop-db-read-latency-high | ReadLatency of shop-db | shop-db",
        ["alarm-sns/030-order-5xx-rate-math-alarm-second-way"] =
            "trouble custom-metric shop-order-5xx-rate-high | Order 5xx rate (%) of app/shop-alb/7c3a9e5d1f2b4086 | "
            + "app/shop-alb/7c3a9e5d1f2b4086",
        ["alarm-sns/050-order-down-composite-alarm-third-way"] =
            "trouble composite-alarm shop-order-down | Combination of shop-order-5xx-rate-high, "
            + "shop-order-hosts-unhealthy, shop-order-cpu-high | ",
        ["alarm-sns/080-payment-queue-old-alarm-second-way"] =
            "trouble custom-metric shop-payment-queue-old | ApproximateAgeOfOldestMessage of shop-payment-queue | "
            + "shop-payment-queue",
        ["alarm-sns/100-warehouse-disk-write-alarm"] =
            "trouble disk-write shop-warehouse-disk-write-high | EBSWriteBytes of i-0b7d2f4a6c8e01357 | i-0b7d2f4a6c8e01357",
        ["alarm-sns/101-warehouse-agent-disk-read-alarm"] =
            "trouble disk-read shop-warehouse-disk-read-high | diskio_reads of i-0b7d2f4a6c8e01357 | i-0b7d2f4a6c8e01357",
        ["alarm-sns/110-carts-write-capacity-contributor-alarm-second-way"] =
            "trouble disk-write shop-carts-write-capacity | MAX(ConsumedWriteCapacityUnits) of shop-carts | shop-carts",
        ["alarm-sns/111-carts-write-capacity-insights-ok"] =
            "clear disk-write shop-carts-write-capacity | MAX(ConsumedWriteCapacityUnits) in AWS/DynamoDB by TableName | ",
        ["alarm-sns/210-order-cpu-high-alarm-published-late"] =
            "trouble cpu shop-order-cpu-high | CPUUtilization of shop-order-asg | shop-order-asg",
        ["alarm-sns/211-order-traffic-anomaly-ok"] =
            "clear network-in shop-order-traffic-unusual | NetworkIn of shop-order-asg outside its expected range | "
            + "shop-order-asg",
        ["alarm-sns/240-payment-queue-old-ok"] =
            "clear custom-metric shop-payment-queue-old | ApproximateAgeOfOldestMessage of shop-payment-queue | "
            + "shop-payment-queue",
        ["alarm-sns/300-db-storage-low-alarm-without-arn"] =
            "trouble custom-metric shop-db-storage-low | FreeStorageSpace of shop-db | shop-db",
        ["alarm-sns/310-carts-read-throttled-ok-as-event-by-topic"] =
            "clear disk-read shop-carts-read-throttled | ReadThrottleEvents of shop-carts | shop-carts",
    };
}
