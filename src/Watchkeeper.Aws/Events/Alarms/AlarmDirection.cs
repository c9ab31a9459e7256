using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// The direction of an alarm, «too much» or «too little», as a label: <c>load</c> is <c>high</c> or <c>low</c> for an alarm on
/// CPU, <c>check</c> is <c>failed</c> or <c>passed</c> for an alarm on an instance's status check. An unknown direction gives no
/// label, and then no reaction runs.
/// </summary>
internal static class AlarmDirection
{
    /// <summary>Creates the label; both texts are empty if the direction is unknown.</summary>
    public static KeyValuePair<string, string> Label(AlarmFacts facts, SignalKind kind) => (kind, IsMore(facts, kind)) switch
    {
        (SignalKind.Cpu, true) => KeyValuePair.Create(SubjectLabels.Load, SubjectLabels.High),
        (SignalKind.Cpu, false) => KeyValuePair.Create(SubjectLabels.Load, SubjectLabels.Low),
        (SignalKind.StatusCheck, true) => KeyValuePair.Create(SubjectLabels.Check, SubjectLabels.Failed),
        (SignalKind.StatusCheck, false) => KeyValuePair.Create(SubjectLabels.Check, SubjectLabels.Passed),
        _ => KeyValuePair.Create("", ""),
    };

    private static bool? IsMore(AlarmFacts facts, SignalKind kind) => kind is not (SignalKind.Cpu or SignalKind.StatusCheck)
        ? null
        : (BreachSides.From(facts), TrendOf(facts.Metrics)) switch
        {
            (BreachSide.Above, Trend.Rising) or (BreachSide.Below, Trend.Falling) => true,
            (BreachSide.Below, Trend.Rising) or (BreachSide.Above, Trend.Falling) => false,
            _ => null,
        };

    // The band is only the reference for the watched metric.
    private static Trend TrendOf(ImmutableArray<AlarmMetric> metrics) =>
        metrics.Where(metric => metric.IsWatched && !AlarmTypes.IsBand(metric)).Take(2).ToArray() is [var watched]
            ? new MetricMath(metrics).TrendOf(watched)
            : Trend.Unknown;
}
