using static Watchkeeper.Notification.Metrics.MetricEntry;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Functions, state machines and interfaces.</summary>
internal static class ServerlessMetrics
{
    public static MetricRow[] Functions() =>
    [
        new(Counted("function errors", "function error", "函数错误", "次"), "Errors"),
        new(Counted("throttled calls", "throttled call", "调用限流", "次"), "Throttles"),
        new(High(MetricUnit.Milliseconds, "duration", "执行时间"), "Duration"),
        new(High(MetricUnit.Count, "concurrent executions", "并发数"),
            "ProvisionedConcurrentExecutions"),
        new(High(MetricUnit.Count, "concurrent executions", "并发数").OfAccount(),
            "ConcurrentExecutions", "UnreservedConcurrentExecutions"),
        new(High(MetricUnit.Fraction, "provisioned concurrency", "预置并发使用率"), "ProvisionedConcurrencyUtilization"),
        new(High(MetricUnit.Milliseconds, "record wait", "记录等待时间"), "IteratorAge"),
        new(High(MetricUnit.Milliseconds, "event wait", "异步调用等待时间"), "AsyncEventAge"),
        new(High(MetricUnit.Count, "consumer lag", "消费滞后", "条"), "OffsetLag"),
        new(Counted("lost events", "lost event", "丢失消息", "条").With("from"),
            "DeadLetterErrors", "DestinationDeliveryFailures", "AsyncEventsDropped"),
        new(Counted("calls", "call", "调用", "次").With("of"), "Invocations"),
        new(Counted("server errors (5xx)", "server error (5xx)", "5xx 错误", "次"), "Url5xxCount"),
        new(Counted("client errors (4xx)", "client error (4xx)", "4xx 错误", "次"), "Url4xxCount"),
        new(High(MetricUnit.Milliseconds, "latency", "延迟"), "UrlRequestLatency"),
    ];

    public static MetricRow[] Models() =>
    [
        new(Counted("throttled calls", "throttled call", "调用限流", "次").With("of"), "InvocationThrottles"),
        new(Counted("server errors (5xx)", "server error (5xx)", "5xx 错误", "次").With("of"), "InvocationServerErrors"),
        new(Counted("client errors (4xx)", "client error (4xx)", "4xx 错误", "次").With("of"), "InvocationClientErrors"),
        new(Counted("calls", "call", "调用", "次").With("of"), "Invocations"),
        new(High(MetricUnit.Milliseconds, "latency", "延迟").With("of"), "InvocationLatency"),
    ];

    public static MetricRow[] Canaries() =>
    [
        new(Low(MetricUnit.Percent, "successful runs", "运行成功率").With("of").OfKind("canary", "Canary"), "SuccessPercent"),
        new(Counted("failed runs", "failed run", "运行失败", "次").With("of").OfKind("canary", "Canary"), "Failed"),
        new(High(MetricUnit.Milliseconds, "run time", "运行时间").With("of").OfKind("canary", "Canary"), "Duration"),
    ];

    public static MetricRow[] Jobs() =>
    [
        new(Counted("failed tasks", "failed task", "子任务失败", "个").With("in").OfKind("job", "任务"),
            "glue.driver.aggregate.numFailedTasks"),
    ];

    public static MetricRow[] StateMachines() =>
    [
        new(Counted("failed executions", "failed execution", "执行失败", "次").With("of"), "ExecutionsFailed"),
        new(Counted("timed-out executions", "timed-out execution", "执行超时", "次").With("of"), "ExecutionsTimedOut"),
        new(Counted("aborted executions", "aborted execution", "执行中止", "次").With("of"), "ExecutionsAborted"),
        new(Counted("throttled steps", "throttled step", "步骤限流", "次").With("of"), "ExecutionThrottled"),
        new(Counted("started executions", "started execution", "启动执行", "次").With("of"), "ExecutionsStarted"),
        new(Counted("successful executions", "successful execution", "执行成功", "次").With("of"), "ExecutionsSucceeded"),
        new(High(MetricUnit.Milliseconds, "execution time", "执行时间").With("of"), "ExecutionTime"),
        new(Counted("failed activities", "failed activity", "活动失败", "次"), "ActivitiesFailed"),
        new(Counted("timed-out activities", "timed-out activity", "活动超时", "次"), "ActivitiesTimedOut"),
        new(Counted("failed function calls", "failed function call", "函数调用失败", "次"), "LambdaFunctionsFailed"),
    ];

    // The errors' Average is a part of all requests, and their Sum a count.
    public static MetricRow[] Interfaces() =>
    [
        new(High(MetricUnit.Fraction, "5xx errors", "5xx 错误率"), "5XXError", "5xx") { Statistic = "Average" },
        new(High(MetricUnit.Fraction, "4xx errors", "4xx 错误率"), "4XXError", "4xx") { Statistic = "Average" },
        new(Counted("server errors (5xx)", "server error (5xx)", "5xx 错误", "次"), "5XXError", "5xx"),
        new(Counted("client errors (4xx)", "client error (4xx)", "4xx 错误", "次"), "4XXError", "4xx"),
        new(High(MetricUnit.Milliseconds, "latency", "延迟"), "Latency"),
        new(High(MetricUnit.Milliseconds, "backend latency", "后端延迟"), "IntegrationLatency"),
        new(Counted("requests", "request", "请求", "次"), "Count"),
        new(Counted("execution errors", "execution error", "执行错误", "次"), "ExecutionError"),
        new(Counted("backend errors", "backend error", "后端错误", "次"), "IntegrationError"),
        new(Counted("connections", "connection", "连接", "个"), "ConnectCount"),
    ];
}
