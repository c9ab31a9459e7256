using static Watchkeeper.Notification.Metrics.MetricEntry;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Queues, topics, event buses and schedules.</summary>
internal static class QueueMetrics
{
    /// <summary>The messages of a queue that holds what could not be processed.</summary>
    public static MetricEntry DeadLetters() =>
        InQueue(Counted("dead-letter messages", "dead-letter message", "死信消息", "条"));

    /// <summary>Whether a metric counts a queue's messages, so that a dead-letter queue needs other words.</summary>
    public static bool CountsMessages(string @namespace, string metric) =>
        @namespace == "AWS/SQS" && metric is "ApproximateNumberOfMessagesVisible";

    public static MetricRow[] Queues() =>
    [
        new(InQueue(High(MetricUnit.Seconds, "oldest message", "最早消息等待时间"))
            .Saying("", "{0} 最早消息已等待 {1}{2}"), "ApproximateAgeOfOldestMessage"),
        new(InQueue(Counted("waiting messages", "waiting message", "积压消息", "条")), "ApproximateNumberOfMessagesVisible"),
        new(InQueue(Counted("messages in flight", "message in flight", "处理中的消息", "条")),
            "ApproximateNumberOfMessagesNotVisible"),
        new(InQueue(Counted("delayed messages", "delayed message", "延迟消息", "条")), "ApproximateNumberOfMessagesDelayed"),
        new(InQueue(Counted("received messages", "received message", "接收消息", "条")), "NumberOfMessagesReceived"),
        new(InQueue(Counted("sent messages", "sent message", "发送消息", "条")), "NumberOfMessagesSent"),
        new(InQueue(Counted("empty receives", "empty receive", "空接收", "次")), "NumberOfEmptyReceives"),
    ];

    public static MetricRow[] Topics() =>
    [
        new(Counted("lost notifications", "lost notification", "通知丢失", "条").With("from"),
            "NumberOfNotificationsFailedToRedriveToDlq"),
        new(Counted("dead-letter notifications", "dead-letter notification", "死信通知", "条").With("from"),
            "NumberOfNotificationsRedrivenToDlq"),
        new(Counted("undelivered notifications", "undelivered notification", "通知投递失败", "条").With("from"),
            "NumberOfNotificationsFailed"),
        new(Counted("filtered notifications", "filtered notification", "通知过滤", "条").With("from"),
            "NumberOfNotificationsFilteredOut", "NumberOfNotificationsFilteredOut-*"),
        new(Counted("published messages", "published message", "发布消息", "条").With("to"), "NumberOfMessagesPublished"),
        new(Low(MetricUnit.Fraction, "SMS that arrive", "短信送达率").OfAccount(), "SMSSuccessRate"),
    ];

    public static MetricRow[] Buses() =>
    [
        new(Counted("lost events", "lost event", "丢失消息", "条").With("from"),
            "InvocationsFailedToBeSentToDlq", "InvocationsFailedToBeSentToDeadLetterCount", "InvocationDroppedCount"),
        new(Counted("dead-letter events", "dead-letter event", "死信消息", "条").With("from"),
            "InvocationsSentToDlq", "InvocationsSentToDeadLetterCount"),
        new(Counted("failed deliveries", "failed delivery", "投递失败", "次").With("from"),
            "FailedInvocations", "TargetErrorCount"),
        new(Counted("throttled rules", "throttled rule", "规则限流", "次").With("on"), "ThrottledRules"),
        new(Counted("throttled deliveries", "throttled delivery", "投递限流", "次").With("from"),
            "InvocationThrottleCount", "TargetErrorThrottledCount"),
        new(Counted("deliveries", "delivery", "投递", "次").With("from"), "Invocations", "InvocationAttemptCount"),
    ];

    public static MetricRow[] Brokers() =>
    [
        new(InQueue(Counted("waiting messages", "waiting message", "积压消息", "条")),
            "QueueSize", "MessageReadyCount", "MessageCount"),
        new(High(MetricUnit.Percent, "CPU", "CPU 使用率"), "CpuUtilization", "SystemCpuUtilization"),
        new(High(MetricUnit.Percent, "memory", "内存使用率"), "HeapUsage"),
        new(High(MetricUnit.Percent, "message store", "消息存储使用率"), "StorePercentUsage"),
        new(Low(MetricUnit.Count, "consumers", "消费者", "个"), "ConsumerCount"),
    ];

    private static MetricEntry InQueue(MetricEntry entry) => entry.With("in").OfKind("queue", "队列");
}
