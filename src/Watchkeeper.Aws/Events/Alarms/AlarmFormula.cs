using System.Collections.Immutable;
using System.Text;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Describes the formula of a metric math alarm: its author's label, else the expression with the metrics' names in place of
/// their ids.
/// </summary>
internal static class AlarmFormula
{
    private const int MaxLength = 120;

    /// <summary>Formats the formula.</summary>
    public static string Format(ImmutableArray<AlarmMetric> metrics)
    {
        var watched = metrics.FirstOrDefault(metric => metric is { IsWatched: true, Expression.Length: > 0 }) ?? metrics[0];
        return IsTelling(watched.Label)
            ? watched.Label
            : InertText.Shorten(WithNames(watched.Expression, metrics), MaxLength);
    }

    /// <summary>
    /// Whether a label has a meaning. The console's default labels («Expression1») have none, and dynamic labels («${MAX}») are
    /// filled in only in graphs.
    /// </summary>
    public static bool IsTelling(string label) =>
        label.Length > 0
        && !label.Contains("${", StringComparison.Ordinal)
        && label.TrimEnd("0123456789") is not ("Expression" or "expression" or "e" or "m" or "q");

    private static string WithNames(string expression, ImmutableArray<AlarmMetric> metrics)
    {
        var text = new StringBuilder();
        for (var at = 0; at < expression.Length && text.Length <= MaxLength;)
        {
            var end = at;
            while (end < expression.Length && (char.IsAsciiLetterOrDigit(expression[end]) || expression[end] is '_'))
                end++;
            if (end == at)
            {
                text.Append(expression[at++]);
                continue;
            }

            var id = expression[at..end];
            text.Append(metrics.FirstOrDefault(metric => metric.Id == id && metric.Name.Length > 0)?.Name
                ?? metrics.FirstOrDefault(metric => metric.Id == id && IsTelling(metric.Label))?.Label
                ?? id);
            at = end;
        }

        return text.ToString();
    }
}
