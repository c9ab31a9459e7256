using System.Collections.Immutable;

namespace Watchkeeper.Health;

/// <summary>The planned changes that AWS announces most often.</summary>
internal static class PlannedTypes
{
    private const HealthStep Move = HealthStep.MoveBefore;
    private const HealthStep Prepare = HealthStep.PrepareForWindow;
    private const HealthStep Redundancy = HealthStep.CheckRedundancy;
    private const HealthStep Upgrade = HealthStep.Upgrade;

    public static ImmutableArray<HealthEventType> All { get; } =
    [
        new("AWS_EC2_INSTANCE_RETIREMENT_SCHEDULED", "retirement of {thing}", "{thing} 退役", Move, Stops: true),
        new("AWS_EC2_PERSISTENT_INSTANCE_RETIREMENT_SCHEDULED", "retirement of {thing}", "{thing} 退役", Move, Stops: true),
        new("AWS_EC2_DEDICATED_HOST_RETIREMENT_SCHEDULED",
            "retirement of dedicated host[ {thing}]", "专用主机[ {thing} ]退役", Move, Stops: true),
        new("AWS_EC2_DEDICATED_HOST_PERSISTENT_RETIREMENT_SCHEDULED",
            "retirement of dedicated host[ {thing}]", "专用主机[ {thing} ]退役", Move, Stops: true),
        new("AWS_EC2_INSTANCE_STOP_SCHEDULED", "stop of {thing}", "{thing} 将被停止", Move, Stops: true),
        new("AWS_EC2_INSTANCE_REBOOT_MAINTENANCE_SCHEDULED", "reboot of {thing}", "{thing} 将被重启", Move, Stops: true),
        new("AWS_EC2_INSTANCE_REBOOT_FLEXIBLE_MAINTENANCE_SCHEDULED",
            "reboot of {thing}", "{thing} 将被重启", Move, Stops: true),
        new("AWS_EC2_SYSTEM_REBOOT_MAINTENANCE_SCHEDULED",
            "reboot of the host under {thing}", "{thing} 所在主机将被重启", Move, Stops: true),
        new("AWS_EC2_SYSTEM_MAINTENANCE_EVENT", "maintenance of the host under {thing}", "{thing} 所在主机维护", Prepare),
        new("AWS_EC2_INSTANCE_NETWORK_MAINTENANCE_SCHEDULED",
            "network maintenance for {thing} (no network for a short time)", "{thing} 网络维护（短时断网）", Prepare, Stops: true),
        new("AWS_EC2_DEDICATED_HOST_NETWORK_MAINTENANCE_SCHEDULED",
            "network maintenance for dedicated host[ {thing}]", "专用主机[ {thing} ]网络维护", Prepare, Stops: true),
        new("AWS_EC2_INSTANCE_POWER_MAINTENANCE_SCHEDULED",
            "power maintenance for {thing} (reboot)", "{thing} 电源维护（将被重启）", Move, Stops: true),
        new("AWS_EC2_DEDICATED_HOST_POWER_MAINTENANCE_SCHEDULED",
            "power maintenance for dedicated host[ {thing}]", "专用主机[ {thing} ]电源维护", Move, Stops: true),
        new("AWS_RDS_MAINTENANCE_SCHEDULED", "maintenance of {thing}", "{thing} 维护", Prepare),
        new("AWS_RDS_HARDWARE_MAINTENANCE_SCHEDULED",
            "hardware maintenance of {thing} (short outage or failover)", "{thing} 硬件维护（短时中断或故障转移）", Prepare,
            Stops: true),
        new("AWS_RDS_OPERATING_SYSTEM_UPGRADE_SCHEDULED",
            "operating system upgrade of {thing}", "{thing} 操作系统升级", Prepare, Stops: true),
        new("AWS_RDS_INSTANCE_PATCHING_MAINTENANCE_SCHEDULED", "patching of {thing}", "{thing} 安装补丁", Prepare, Stops: true),
        new("AWS_RDS_CERTIFICATE_ROTATION_SCHEDULED",
            "rotation of the TLS certificate of {thing}", "{thing} 的 TLS 证书轮换", HealthStep.Renew),
        new("AWS_RDS_PLANNED_LIFECYCLE_EVENT",
            "end of support for the engine version or certificate of {thing}", "{thing} 的引擎版本或证书终止支持", Upgrade),
        new("AWS_ELASTICACHE_MAINTENANCE_SCHEDULED", "maintenance of {thing}", "{thing} 维护", Prepare),
        new("AWS_ELASTICACHE_UPDATE_AVAILABLE", "a service update is available for {thing}", "{thing} 有可用的服务更新", Prepare),
        new("AWS_ELASTICACHE_BEFORE_UPDATE_DUE_NOTIFICATION",
            "a service update is due for {thing}", "{thing} 的服务更新即将到期", Prepare),
        new("AWS_REDSHIFT_MAINTENANCE_SCHEDULED", "maintenance of {thing}", "{thing} 维护", Prepare, Stops: true),
        new("AWS_ES_MAINTENANCE_SCHEDULED", "maintenance of domain[ {thing}]", "域[ {thing} ]维护", Prepare),
        new("AWS_ES_SERVICE_SOFTWARE_UPDATE_SCHEDULED",
            "service software update of domain[ {thing}]", "域[ {thing} ]的服务软件更新", Prepare),
        new("AWS_DMS_MAINTENANCE_SCHEDULED", "maintenance of replication[ {thing}]", "复制实例[ {thing} ]维护", Prepare, Stops: true),
        new("AWS_MQ_MAINTENANCE_SCHEDULED", "maintenance of broker[ {thing}] (reboot)", "代理[ {thing} ]维护（将被重启）", Prepare,
            Stops: true),
        new("AWS_DIRECTCONNECT_MAINTENANCE_SCHEDULED",
            "maintenance of {thing} (the connection may be down)", "{thing} 维护（连接可能中断）", Redundancy, Stops: true),
        new("AWS_DIRECTCONNECT_EMERGENCY_MAINTENANCE_SCHEDULED",
            "emergency maintenance of {thing} (the connection may be down)", "{thing} 紧急维护（连接可能中断）", Redundancy,
            Stops: true),
        new("AWS_ECS_TASK_PATCHING_RETIREMENT",
            "AWS replaces the Fargate tasks of {thing}", "AWS 将替换 {thing} 的 Fargate 任务", Prepare, Stops: true),
        new("AWS_EKS_PLANNED_LIFECYCLE_EVENT",
            "end of support for the Kubernetes version of {thing}", "{thing} 的 Kubernetes 版本终止支持", Upgrade),
        new("AWS_LAMBDA_PLANNED_LIFECYCLE_EVENT",
            "end of support for the runtime of {thing}", "{thing} 的运行时终止支持", Upgrade),
        new("AWS_LAMBDA_RUNTIME_DEPRECATION_SCHEDULED", "the runtime of {thing} is deprecated", "{thing} 的运行时已弃用", Upgrade),
        new("AWS_ELASTICACHE_PLANNED_LIFECYCLE_EVENT",
            "end of support for the engine version of {thing}", "{thing} 的引擎版本终止支持", Upgrade),
        new("AWS_MSK_PLANNED_LIFECYCLE_EVENT",
            "end of support for the Kafka version of {thing}", "{thing} 的 Kafka 版本终止支持", Upgrade),
        new("AWS_ES_PLANNED_LIFECYCLE_EVENT",
            "end of support for the engine version of domain[ {thing}]", "域[ {thing} ]的引擎版本终止支持", Upgrade),
        new("AWS_ELASTICBEANSTALK_PLANNED_LIFECYCLE_EVENT",
            "the platform of {thing} is retired", "{thing} 的平台版本停用", Upgrade),
    ];
}
