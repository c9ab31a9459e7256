using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Metrics;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>What a metric alarm is about, with its number against its limit: «CPU 93 % (limit 80 %) on shop-order-asg».</summary>
internal static class AlarmHeadline
{
    private const string Of = " of ";
    private const string OutsideBand = " outside its expected range";

    /// <summary>
    /// The headline: of an end, with the number that ended it; of every other entry, with the newest that fired. Null if the
    /// incident is no metric alarm's, or its alarm did not say what it measured.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="subject">Its subject, made inert.</param>
    /// <param name="locale">The reader's language.</param>
    public static MeasuredHeadline? Find(TimelineEntry entry, Subject subject, Locale locale)
    {
        if (subject is not { Source: SignalSource.Alarm, Kind: not (SignalKind.CompositeAlarm or SignalKind.ScalingLimit) })
            return null;
        var end = entry is { Transition: Transition.Resolved, Change: { Reason: DecisionReason.Resolved, Signal: { } signal } }
            ? signal
            : null;
        var measured = end is null ? entry.Incident.Measurement : end.Measurement;
        // The alarm of several metrics is about their combination, which only its author can name.
        var isOne = !subject.Labels["metric"].Contains(',', StringComparison.Ordinal) && measured is not { Label.Length: > 0 };
        if (measured is null || (!isOne && measured.Label.Length == 0))
            return null;
        var thing = ThingText.Short(ThingOf(subject));
        var facts = new MetricFacts
        {
            Namespace = isOne ? subject.Labels["namespace"] : "",
            Metric = isOne ? subject.Labels["metric"] : "",
            Statistic = measured.Statistic,
            Label = measured.Label,
            Value = measured.Value,
            Limit = measured.Limit,
            Lower = measured.Lower,
            Upper = measured.Upper,
            Side = measured.Side,
            Thing = locale is Locale.Chinese ? ChineseThings.Translate(thing) : thing,
            AlarmName = subject.Name,
            Currency = subject.Labels["Currency"],
            IsMissingData = measured.IsMissing,
            IsResolved = end is not null,
        };
        return new MeasuredHeadline(MetricHeadline.Write(facts, locale), facts, measured.Points);
    }

    // The title is «CPUUtilization of shop-order-asg», written by the parser, which knows the dimensions.
    private static string ThingOf(Subject subject)
    {
        var title = subject.Title.EndsWith(OutsideBand, StringComparison.Ordinal)
            ? subject.Title[..^OutsideBand.Length]
            : subject.Title;
        // A name may hold « of » too, so what stands before it is known best.
        var metric = subject.Labels["metric"];
        var at = metric.Length > 0 && title.StartsWith(metric + Of, StringComparison.Ordinal)
            ? metric.Length
            : title.LastIndexOf(Of, StringComparison.Ordinal);
        var thing = at >= 0 ? title[(at + Of.Length)..] : subject.Resource;
        // The number has the currency.
        var currency = $" ({subject.Labels["Currency"]})";
        return thing.EndsWith(currency, StringComparison.Ordinal) ? thing[..^currency.Length] : thing;
    }
}

/// <summary>The headline of a metric alarm, and what it is about.</summary>
/// <param name="Text">The headline, without a duration.</param>
/// <param name="Facts">What was measured.</param>
/// <param name="Points">The data points; may be empty.</param>
internal sealed record MeasuredHeadline(string Text, MetricFacts Facts, DataPoints Points);
