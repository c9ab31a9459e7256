using System.Collections.Immutable;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Metrics;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">When, or empty.</param>
/// <param name="Value">The value in words.</param>
/// <param name="Percent">The length of the bar, from 0 to 100.</param>
/// <param name="IsBeyond">Whether the value lies beyond its limit.</param>
internal sealed record ChartBar(string Label, string Value, int Percent, bool IsBeyond);

/// <summary>The data points that an alarm judged, as bars from zero, oldest first, and where the limit lies among them.</summary>
/// <param name="Bars">The bars.</param>
/// <param name="LimitPercent">The limit, from 0 to 100; null without one.</param>
internal sealed record MessageChart(ImmutableArray<ChartBar> Bars, int? LimitPercent)
{
    private const double Full = 100;

    /// <summary>
    /// The chart; null for fewer than two points, for a metric that is only 0 or 1, and for points below zero, which no bar from
    /// zero shows.
    /// </summary>
    /// <param name="points">The points.</param>
    /// <param name="facts">What the alarm measured.</param>
    /// <param name="sentences">The language.</param>
    public static MessageChart? Create(DataPoints points, MetricFacts facts, Translations sentences)
    {
        var isBelow = facts.Side is BreachSide.Below;
        var limit = facts.Limit ?? (isBelow ? facts.Lower : facts.Upper);
        if (points.Points.Length < 2 || MetricHeadline.IsFlag(facts) || points.Points.Any(point => point.Value < 0) || limit < 0)
            return null;
        var greatest = Math.Max(points.Points.Max(point => point.Value), limit ?? 0);
        if (greatest <= 0)
            return null;
        var hasTimes = points.Points.All(point => point.At is not null);
        var texts = MetricHeadline.TextsOf([.. points.Points.Select(point => point.Value)], facts, sentences.Locale);
        return new MessageChart(
            [
                .. points.Points.Zip(texts, (point, text) => new ChartBar(
                    hasTimes ? TimeWords.Clock(point.At!.Value, sentences) : "",
                    text,
                    PercentOf(point.Value, greatest),
                    limit is { } edge && (isBelow ? point.Value <= edge : point.Value >= edge))),
            ],
            limit is { } shown ? PercentOf(shown, greatest) : null);
    }

    /// <summary>The points in one line: «08:13 88.7 %, 08:14 93.2 %».</summary>
    public string Line(Translations sentences) =>
        string.Join(sentences[TextKey.ListComma], Bars.Select(bar => $"{bar.Label} {bar.Value}".TrimStart()));

    private static int PercentOf(double value, double greatest) => (int)Math.Round(value / greatest * Full);
}
