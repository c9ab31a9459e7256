using System.Collections.Immutable;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Creates the subject of an alarm. The title states the fact in few words («CPUUtilization of shop-order-asg»). Messages add the
/// alarm's name, which the operator chose.
/// </summary>
internal static class AlarmSubject
{
    // Together with metric, namespace, alarmType, threshold, direction and description, this number stays within the limit for
    // labels.
    private const int MaxDimensions = 6;

    /// <summary>Creates the subject.</summary>
    public static Subject Create(AlarmFacts facts, Fingerprint fingerprint)
    {
        var arn = Arn.Parse(facts.Arn);
        var place = AlarmScope.From(facts, arn);
        var type = AlarmTypes.From(facts);
        var metrics = type is AlarmType.MetricsInsights
            ? [.. facts.Metrics.Where(AlarmTypes.IsQuery).Select(metric => MetricsInsightsQuery.Parse(metric.Expression).Metric)]
            : facts.Metrics.RemoveAll(metric => metric.Name.Length == 0);
        var dimensions = facts.ContributorAttributes.Length > 0
            ? facts.ContributorAttributes.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key))
            : Shared(metrics);
        var kind = type is AlarmType.Composite ? SignalKind.CompositeAlarm : MetricFamily.For(metrics);
        return new Subject
        {
            Fingerprint = fingerprint,
            Source = SignalSource.Alarm,
            Kind = kind,
            Name = InertText.Line(facts.Name),
            Title = InertText.Line(AlarmTitle.Create(facts, type, metrics, dimensions)),
            Account = place.Account,
            Region = place.Region,
            Partition = arn?.Partition ?? "aws",
            Resource = MainDimension.NameOf(dimensions),
            Runbook = Declarations.Runbook(facts.Tags, facts.Description),
            Labels = LabelSet.From(
            [
                .. MainDimension.InOrder(dimensions).Take(MaxDimensions),
                KeyValuePair.Create("namespace", Joined(metrics.Select(metric => metric.Namespace))),
                KeyValuePair.Create("metric", Joined(metrics.Select(metric => metric.Name))),
                KeyValuePair.Create("alarmType", type is AlarmType.Unknown ? "" : type.ToKebabCase()),
                KeyValuePair.Create("threshold", facts.Threshold),
                AlarmDirection.Label(facts, kind),
                KeyValuePair.Create(SubjectLabels.Description, AlarmDescription.Words(facts.Description)),
            ]),
        };
    }

    /// <summary>The dimensions that have the same value in all metrics.</summary>
    private static ImmutableArray<KeyValuePair<string, string>> Shared(ImmutableArray<AlarmMetric> metrics) => metrics.IsEmpty
        ? []
        : [.. metrics[0].Dimensions.Where(dimension => metrics.All(metric => metric.Dimensions.Contains(dimension)))];

    private static string Joined(IEnumerable<string> names) =>
        string.Join(',', names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal));
}
