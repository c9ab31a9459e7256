using System.Collections.Immutable;

namespace Watchkeeper.Health;

/// <summary>Ends of event type codes that many services share, the longer before the shorter.</summary>
internal static class TypeFamilies
{
    public static ImmutableArray<HealthEventType> All { get; } =
    [
        new("_OPERATIONAL_ISSUE", "operational issue", "服务运行异常"),
        new("_API_ISSUE", "API issue", "API 异常"),
        new("_CONNECTIVITY_ISSUE", "connectivity issue", "连接异常"),
        new("_INCREASED_ERROR_RATES", "increased error rates", "错误率升高"),
        new("_OPERATIONAL_NOTIFICATION", "operational notice[ about {thing}]", "[{thing} 的]运行通知"),
        new("_SECURITY_NOTIFICATION", "security notice[ about {thing}]", "[{thing} 的]安全通知"),
        new("_BILLING_NOTIFICATION", "notice about costs[ of {thing}]", "[{thing} 的]费用通知", HealthStep.Pay),
        new("_CUSTOMER_ENGAGEMENT", "AWS asks you to act[ on {thing}]", "AWS 请您处理[ {thing}]"),
        new("_PLANNED_LIFECYCLE_EVENT", "end of support or change for {thing}", "{thing} 的版本终止支持或变更", HealthStep.Upgrade),
        new("_END_OF_SUPPORT_NOTIFICATION", "end of support for {thing}", "{thing} 终止支持", HealthStep.Upgrade),
        new("_DEPRECATION_NOTIFICATION", "deprecation notice[ for {thing}]", "[{thing} 的]弃用通知", HealthStep.Upgrade),
        new("_RETIREMENT_SCHEDULED", "retirement of {thing}", "{thing} 退役", HealthStep.MoveBefore, Stops: true),
        new("_TERMINATION_SCHEDULED", "termination of {thing}", "{thing} 将被终止", HealthStep.MoveBefore, Stops: true),
        new("_STOP_SCHEDULED", "stop of {thing}", "{thing} 将被停止", HealthStep.MoveBefore, Stops: true),
        new("_REBOOT_MAINTENANCE_SCHEDULED", "reboot of {thing}", "{thing} 将被重启", HealthStep.MoveBefore, Stops: true),
        new("_REBOOT_SCHEDULED", "reboot of {thing}", "{thing} 将被重启", HealthStep.MoveBefore, Stops: true),
        new("_HARDWARE_MAINTENANCE_SCHEDULED",
            "hardware maintenance of {thing}", "{thing} 硬件维护", HealthStep.PrepareForWindow, Stops: true),
        new("_MAINTENANCE_SCHEDULED", "maintenance of {thing}", "{thing} 维护", HealthStep.PrepareForWindow),
        new("_SCHEDULED_MAINTENANCE", "maintenance of {thing}", "{thing} 维护", HealthStep.PrepareForWindow),
        new("_MAINTENANCE_EVENT", "maintenance of {thing}", "{thing} 维护", HealthStep.PrepareForWindow),
        new("_UPGRADE_SCHEDULED", "upgrade of {thing}", "{thing} 升级", HealthStep.PrepareForWindow),
        new("_UPDATE_SCHEDULED", "update of {thing}", "{thing} 更新", HealthStep.PrepareForWindow),
    ];
}
