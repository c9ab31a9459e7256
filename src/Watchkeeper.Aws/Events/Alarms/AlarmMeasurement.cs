using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Finds what an alarm measured: in <c>reasonData</c>, or else in CloudWatch's sentence, which every source has.
/// </summary>
internal static class AlarmMeasurement
{
    // As authors mark a percentage.
    private const string Percent = " (%)";

    /// <summary>The measurement; null for a composite alarm, and if the document holds neither a number nor a limit.</summary>
    public static Measurement? From(AlarmFacts facts)
    {
        var sentence = ReasonSentence.Parse(facts.Reason);
        var isMissing = sentence.ReportsMissingData || facts.State == "INSUFFICIENT_DATA";
        var value = isMissing ? null : facts.Newest ?? sentence.Newest;
        var (lower, upper) = isMissing ? (null, null) : Edges(facts, sentence);
        var limit = LimitOf(facts.Threshold);
        if (value is null && limit is null && upper is null && !sentence.ReportsMissingData)
            return null;
        // The band is only the reference for the watched metric.
        var watched = facts.Metrics.Where(metric => metric.IsWatched && !AlarmTypes.IsBand(metric)).Take(2).ToArray();
        return new Measurement
        {
            Value = value,
            IsMissing = isMissing,
            Limit = limit,
            Lower = lower,
            Upper = upper,
            Side = BreachSides.From(facts),
            Statistic = watched is [{ Statistic: var name }] ? InertText.Shorten(Spelled(name), SubjectLimits.Place) : "",
            Label = watched is [{ Name.Length: 0 } expression] ? LabelOf(expression, facts) : "",
            Points = isMissing ? DataPoints.None : facts.Points.IsEmpty ? sentence.Points : facts.Points,
        };
    }

    // An expression without a telling label is what its alarm is named for. Its formula tells whether it is a percentage.
    private static string LabelOf(AlarmMetric watched, AlarmFacts facts)
    {
        if (AlarmTypes.IsQuery(watched))
            return InertText.Line(watched.Label, SubjectLimits.Title);
        var label = AlarmFormula.IsTelling(watched.Label) ? watched.Label : facts.Name;
        return !label.Contains('%', StringComparison.Ordinal) && MathPercentage.IsIn(watched.Expression)
            ? InertText.Line(label, SubjectLimits.Title - Percent.Length) + Percent
            : InertText.Line(label, SubjectLimits.Title);
    }

    // The edges at the newest data point: reasonData lists the oldest first, the sentence the newest.
    private static (double? Lower, double? Upper) Edges(AlarmFacts facts, ReasonSentence sentence) => facts.Band.Values.IsEmpty
        ? (First(sentence.Band.Lower), First(sentence.Band.Upper))
        : (Last(facts.Band.Lower), Last(facts.Band.Upper));

    private static double? First(ImmutableArray<double> numbers) => numbers.IsEmpty ? null : numbers[0];

    private static double? Last(ImmutableArray<double> numbers) => numbers.IsEmpty ? null : numbers[^1];

    // «> 80»
    private static double? LimitOf(string threshold) =>
        threshold.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space
        && double.TryParse(threshold.AsSpan(space + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            ? limit
            : null;

    // Notifications write AVERAGE where events write Average.
    private static string Spelled(string statistic) => statistic switch
    {
        "AVERAGE" => "Average",
        "SUM" => "Sum",
        "MAXIMUM" => "Maximum",
        "MINIMUM" => "Minimum",
        "SAMPLE_COUNT" => "SampleCount",
        _ => statistic,
    };
}
