using System.Collections.Immutable;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>Every scenario.</summary>
internal static class AllScenarios
{
    public static ImmutableArray<Scenario> List { get; } =
    [
        new RecordedAlarm(), new NotifiedAlarm(), new ExplainedAlarm(), new ExplainedAlarmSwept(), new GroupedAlarms(), new ScaledOut(), new ReplacedInstance(), new SweptNotification(),
        new MissedEnd(),
        new MissedAlarm(), new EndedInstance(), new DailyAudit(), new BadEvent(), new EndedSilence(), new OwnDetection(),
    ];
}
