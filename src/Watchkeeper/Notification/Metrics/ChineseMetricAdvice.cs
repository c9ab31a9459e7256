namespace Watchkeeper.Notification.Metrics;

/// <summary>What to do first about a metric alarm, in Simplified Chinese.</summary>
internal static class ChineseMetricAdvice
{
    public static IReadOnlyDictionary<MetricTheme, string> ByTheme { get; } = new Dictionary<MetricTheme, string>
    {
        [MetricTheme.BackupFailed] = "在 AWS Backup 中打开失败的任务，查看提示：多为权限不足、时间窗太短或资源被占用。今天内重跑，别缺一天的备份。",
        [MetricTheme.BillingHigh] = "在 Cost Explorer 中按服务和账户查看最近几天的增长。来历不明的资源立即停用；陌生区域里的机器往往意味着密钥泄露。",
        [MetricTheme.BurstCreditsLow] = "积分耗尽后会降到基准性能，明显变慢。先降负载，或换成不靠积分的类型（gp3、无限模式）。",
        [MetricTheme.CacheEvictions] = "缓存已满，正在淘汰数据，后端数据库压力会上升。查看哪些数据变多，增加内存或节点，或缩短过期时间。",
        [MetricTheme.CanaryFailed] = "打开失败的运行，截图和日志会显示卡在哪一步。亲自试一遍：正常就检查脚本，不正常就是客户现在看到的故障。",
        [MetricTheme.CertificateExpires] = "在到期前续签：ACM 证书请确认 DNS 验证记录还在；自行导入的证书需重新导入。过期后浏览器会拒绝访问。",
        [MetricTheme.ClientErrors] = "看是哪个路径、哪种状态码：权限或密钥变更后多为 401、403，发布后多为 404，限流为 429。只有一个来源是扫描，来源很多就是自己的发布。",
        [MetricTheme.ClusterUnhealthy] = "找出缺失的节点或分片。别重启其他节点，副本就在上面。检查磁盘空间和最近的更新，回不来就替换该节点。",
        [MetricTheme.ConnectionsHigh] = "按主机和用户查看谁占用了连接。多为新版本或连接池没有上限；到达上限后其他人都连不上。先重启占用最多的客户端，再限制连接池。",
        [MetricTheme.ConsumerBehind] = "消费速度赶不上写入。先看是否在反复重试同一批数据，再看处理速度；增加分片或并行度。延迟一旦达到保留期就会丢数据。",
        [MetricTheme.ContainerRestarts] = "查看重启前最后的日志和退出码：137 是内存不足，1 多为配置错误或依赖缺失。如果从某次发布开始，先回滚。",
        [MetricTheme.DatabaseLoad] = "在 Performance Insights 中查看耗时最多的 SQL。出现新语句：修复、停用或加索引；都是平常语句：负载上升，升级规格或把读取移到副本。",
        [MetricTheme.DdosDetected] = "在 AWS Shield 中查看被攻击的资源和攻击类型。在 AWS WAF 中加限速规则，扩容后端；有 Shield Advanced 的，联系响应团队。",
        [MetricTheme.DeadLetters] = "先读一条消息：属性和消费者日志会说明错误。先修复原因，再把消息送回原队列；保留期内不会丢失。",
        [MetricTheme.Deadlocks] = "在数据库日志中找出互相等待的两条语句，多半来自新版本或新任务：先暂停任务，再统一加锁顺序。",
        [MetricTheme.DeliveryFailed] = "看是哪个目标拒收：权限、地址，还是对方自身出错。没有死信队列时，重试用尽的消息就丢了。",
        [MetricTheme.FunctionConcurrency] = "并发数已到上限，调用被拒。找出占用最多的函数；给重要的函数预留并发，放慢来源，或申请提高上限。",
        [MetricTheme.FunctionErrors] = "先看函数日志里最新的错误。从某次发布起全部失败：回退别名；部分失败：找共同点，并确认失败的调用会重试还是会丢失。",
        [MetricTheme.FunctionSlow] = "与函数的超时时间对比：到了上限调用就会失败。用跟踪查看是否在等依赖；如果是计算慢，增加内存。",
        [MetricTheme.FileSystemBusy] = "文件系统已接近操作上限，会变慢。找出操作最多的客户端；负载长期如此：改用弹性吞吐量，或把文件分散到多个文件系统。",
        [MetricTheme.HealthCheckFailed] = "Route 53 从外部访问不到该地址。亲自打开试试：打不开，说明客户现在也访问不了；打得开，检查防火墙是否挡住了检查程序。",
        [MetricTheme.JobFailed] = "打开失败的运行，看第一个错误而不是最后一个。核对上次成功之后输入和权限的变化，再重跑；并确认谁在等结果。",
        [MetricTheme.Latency] = "用一条慢请求的跟踪看时间花在哪。在依赖或数据库：去那里查；请求变多导致整体变慢：扩容；从某次发布开始：回滚。",
        [MetricTheme.LinkDown] = "确认另一条隧道或线路是否已接管流量。没有接管就是断网：联系网络人员和运营商，并在 Health 控制面板查看是否有 AWS 维护。",
        [MetricTheme.LogFilter] = "找出对应的日志：谁调用的、来自哪里。没人能解释，就停用该凭证，并排查它的其他操作。",
        [MetricTheme.MailReputation] = "先停掉最近的群发：退信率达 10% 或投诉率达 0.5% 时，AWS 会暂停发信。清理无效地址，并确认没有别人在用你的密钥发信。",
        [MetricTheme.MemoryHigh] = "看是哪个进程或查询占用，是否还在增长。发布后开始泄漏：先重启再回滚；负载增加：换更大的规格。到达上限后系统会终止进程。",
        [MetricTheme.NatGateway] = "实例无法再向外建立新连接。用流日志找出连接最多的实例，关闭空闲连接，分散到更多网关或地址；访问 AWS 服务可改用 VPC 端点。",
        [MetricTheme.NoData] = "已经没有数据上报。先看资源是否还在运行，再看代理或任务是否还在上报。在此之前，它出故障也没人会知道。",
        [MetricTheme.QueueWaits] = "消费者处理不过来。看它们是否在运行、是否报错（错误日志、死信队列），或数量不够；重启或增加消费者。订单会积压，但保留期内不会丢。",
        [MetricTheme.ReplicaBehind] = "读取到的是旧数据，故障切换也会变慢。检查主库上的长事务或大量写入；必须读到最新数据的请求先改走主库。",
        [MetricTheme.RuleFailed] = "规则或计划的目标拒绝调用，或已不存在。检查权限和名称；查看目标的死信队列，没有就加上。重试用尽的事件会丢失。",
        [MetricTheme.RequestsBlocked] = "在 Web ACL 的抽样请求中查看规则、来源地址和路径。是攻击：加限速规则，并留意后端；是正常客户：先把规则改为仅计数，修正后再拦截。",
        [MetricTheme.ServerErrors] = "客户正在看到错误。找出错误最多的路径和目标，查看日志。从某次发布开始：回滚；所有目标同时出错：查后面的数据库或服务。",
        [MetricTheme.StorageLow] = "写满后将无法写入。看是什么在增长（日志、临时文件、旧快照、某张表），删掉可删的，今天就扩容；RDS 可打开存储自动扩展。",
        [MetricTheme.Throttled] = "请求因达到上限而被拒。找出热点键、表或调用方；提高容量或配额，并确认调用方会逐渐延长重试间隔。",
        [MetricTheme.TooFewRunning] = "运行数量不足。查看停止或无法启动的原因：服务事件、已停止任务的原因、组的活动记录（镜像、内存、健康检查、容量不足）。从某次发布开始：回滚。",
        [MetricTheme.TooLittle] = "比平时少：查找是什么停止了发送。检查上一环节（DNS、负载均衡器、发布方、计划任务）和最近的部署；安静往往就是故障。",
        [MetricTheme.UnhealthyTargets] = "在目标组中查看健康检查失败的原因。一个目标：摘除后查日志；全部目标：查最近的发布、检查路径，或共同的依赖。",
        [MetricTheme.WorkflowFailed] = "打开失败的执行，图上会标出失败的步骤和错误。修复原因后，从该步骤重新执行。",
    };
}
