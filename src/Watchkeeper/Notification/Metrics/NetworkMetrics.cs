using Watchkeeper.Signals;
using static Watchkeeper.Notification.Metrics.MetricEntry;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Load balancers, links, distributions and names.</summary>
internal static class NetworkMetrics
{
    public static MetricRow[] Balancers() =>
    [
        new(Counted("unhealthy targets", "unhealthy target", "不健康目标", "个").With("behind"), "UnHealthyHostCount"),
        new(Low(MetricUnit.Count, "healthy targets", "健康目标", "个").With("behind"), "HealthyHostCount"),
        new(Counted("server errors (5xx)", "server error (5xx)", "5xx 错误", "次"),
            "HTTPCode_Target_5XX_Count", "HTTPCode_ELB_5XX_Count", "HTTPCode_ELB_5XX", "HTTPCode_Backend_5XX",
            "HTTPCode_ELB_500_Count", "HTTPCode_ELB_502_Count", "HTTPCode_ELB_503_Count", "HTTPCode_ELB_504_Count"),
        new(Counted("client errors (4xx)", "client error (4xx)", "4xx 错误", "次"),
            "HTTPCode_Target_4XX_Count", "HTTPCode_ELB_4XX_Count", "HTTPCode_ELB_4XX", "HTTPCode_Backend_4XX"),
        new(High(MetricUnit.Seconds, "response time", "响应时间"), "TargetResponseTime", "Latency"),
        new(Counted("requests", "request", "请求", "次"), "RequestCount", "RequestCountPerTarget"),
        new(Counted("rejected connections", "rejected connection", "拒绝连接", "次"), "RejectedConnectionCount"),
        new(Counted("failed connections", "failed connection", "连接失败", "次"),
            "TargetConnectionErrorCount", "BackendConnectionErrors"),
        new(Counted("failed TLS handshakes", "failed TLS handshake", "TLS 握手失败", "次"),
            "ClientTLSNegotiationErrorCount", "TargetTLSNegotiationErrorCount"),
        new(Counted("connections without a free port", "connection without a free port", "端口耗尽", "次"),
            "PortAllocationErrorCount"),
        new(Counted("connection resets", "connection reset", "连接重置", "次"),
            "TCP_Target_Reset_Count", "TCP_Client_Reset_Count", "TCP_ELB_Reset_Count"),
        new(High(MetricUnit.Count, "waiting requests", "排队请求", "个"), "SurgeQueueLength"),
        new(Counted("dropped requests", "dropped request", "丢弃请求", "次"), "SpilloverCount"),
        new(High(MetricUnit.Count, "active connections", "活动连接数"), "ActiveConnectionCount"),
        new(High(MetricUnit.Count, "new connections", "新建连接", "个"), "NewConnectionCount"),
        new(High(MetricUnit.Count, "active flows", "活动流", "个"), "ActiveFlowCount", "ActiveFlowCount_*"),
        new(High(MetricUnit.Count, "new flows", "新建流", "个"), "NewFlowCount", "NewFlowCount_*"),
        new(High(MetricUnit.Count, "capacity units used", "容量单位消耗"), "ConsumedLCUs", "ConsumedLCUs_*"),
        new(High(MetricUnit.Bytes, "traffic", "流量"), "ProcessedBytes", "ProcessedBytes_*", "EstimatedProcessedBytes"),
    ];

    public static MetricRow[] Links() =>
    [
        new(Counted("connections without a free port", "connection without a free port", "端口耗尽", "次"), "ErrorPortAllocation"),
        new(Counted("dropped packets", "dropped packet", "丢包", "个"),
            "PacketsDropCount", "PacketDropCountBlackhole", "PacketDropCountNoRoute"),
        new(High(MetricUnit.Count, "active connections", "活动连接数"), "ActiveConnectionCount"),
        new(High(MetricUnit.Bytes, "traffic in", "流入流量"),
            "BytesIn", "BytesInFromSource", "BytesInFromDestination", "TunnelDataIn"),
        new(High(MetricUnit.Bytes, "traffic out", "流出流量"),
            "BytesOut", "BytesOutToSource", "BytesOutToDestination", "TunnelDataOut"),
        new(High(MetricUnit.BitsPerSecond, "traffic in", "流入流量"), "ConnectionBpsIngress", "VirtualInterfaceBpsIngress"),
        new(High(MetricUnit.BitsPerSecond, "traffic out", "流出流量"), "ConnectionBpsEgress", "VirtualInterfaceBpsEgress"),
        new(Flag(
            BreachSide.Below,
            ("tunnel", "Tunnel down: {0}", "Tunnel up: {0}"),
            ("隧道状态", "{0} 隧道中断", "{0} 隧道已恢复")), "TunnelState"),
        new(Flag(
            BreachSide.Below,
            ("Direct Connect", "Direct Connect down: {0}", "Direct Connect up: {0}"),
            ("专线状态", "{0} 专线中断", "{0} 专线已恢复")), "ConnectionState"),
        new(High(MetricUnit.Count, "connection errors", "连接错误", "个"), "ConnectionErrorCount"),
    ];

    public static MetricRow[] Distributions() =>
    [
        new(High(MetricUnit.Percent, "5xx errors", "5xx 错误率"), "5xxErrorRate"),
        new(High(MetricUnit.Percent, "4xx errors", "4xx 错误率"), "4xxErrorRate"),
        new(High(MetricUnit.Percent, "500 errors", "500 错误率"), "500ErrorRate"),
        new(High(MetricUnit.Percent, "502 errors", "502 错误率"), "502ErrorRate"),
        new(High(MetricUnit.Percent, "503 errors", "503 错误率"), "503ErrorRate"),
        new(High(MetricUnit.Percent, "504 errors", "504 错误率"), "504ErrorRate"),
        new(High(MetricUnit.Percent, "errors", "错误率"), "TotalErrorRate"),
        new(Counted("requests", "request", "请求", "次"), "Requests"),
        new(High(MetricUnit.Milliseconds, "origin latency", "源站延迟"), "OriginLatency"),
        new(Low(MetricUnit.Percent, "cache hits", "缓存命中率"), "CacheHitRate"),
        new(High(MetricUnit.Bytes, "downloads", "下载量").With("from"), "BytesDownloaded"),
        new(High(MetricUnit.Bytes, "uploads", "上传量").With("to"), "BytesUploaded"),
        new(Counted("function execution errors", "function execution error", "函数执行错误", "次"), "FunctionExecutionErrors"),
        new(Counted("throttled function calls", "throttled function call", "函数限流", "次"), "FunctionThrottles"),
    ];

    public static MetricRow[] Names() =>
    [
        new(Flag(
            BreachSide.Below,
            ("health check", "Health check fails: {0}", "Health check passes: {0}"),
            ("健康检查", "{0} 健康检查失败", "{0} 健康检查已恢复")), "HealthCheckStatus"),
        new(Low(MetricUnit.Percent, "healthy checkers", "健康检查通过率"), "HealthCheckPercentageHealthy"),
        new(Low(MetricUnit.Count, "healthy child checks", "通过的子健康检查", "个"), "ChildHealthCheckHealthyCount"),
        new(High(MetricUnit.Milliseconds, "connection time", "连接时间"), "ConnectionTime"),
        new(High(MetricUnit.Milliseconds, "time to first byte", "首字节时间"), "TimeToFirstByte"),
        new(Flag(
            BreachSide.Above,
            ("DNSSEC", "DNSSEC broken on {0}", "DNSSEC works on {0}"),
            ("DNSSEC", "{0} DNSSEC 故障", "{0} DNSSEC 正常")), "DNSSECInternalFailure"),
        new(Flag(
            BreachSide.Above,
            ("DNSSEC key", "DNSSEC key of {0} needs action", "DNSSEC key of {0} is fine"),
            ("DNSSEC 密钥", "{0} DNSSEC 密钥需要处理", "{0} DNSSEC 密钥正常")), "DNSSECKeySigningKeysNeedingAction"),
        new(Counted("DNS queries", "DNS query", "DNS 查询", "次").With("for"), "DNSQueries"),
    ];
}
