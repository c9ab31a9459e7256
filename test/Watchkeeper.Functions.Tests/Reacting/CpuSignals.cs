using Watchkeeper.Signals;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Reacting;

/// <summary>Signals of a group's CPU alarms, which make the group scale out.</summary>
internal static class CpuSignals
{
    public static Signal Cpu(string name, SignalCondition condition = SignalCondition.Firing, int minute = 0) =>
        Signal(condition, minute, name, labels: [("AutoScalingGroupName", "orders"), ("load", "high")]);

    public static Signal Muted(int minute) => Cpu("a", minute: minute) with
    {
        Mute = new Mute(
            MuteKind.MuteRule, "arn:aws:cloudwatch:eu-central-1:123456789012:alarm-mute-rule:deploy", Noon.AddMinutes(60)),
    };
}
