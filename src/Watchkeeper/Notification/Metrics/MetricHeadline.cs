using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Metrics;

/// <summary>
/// Writes what is wrong, of what, and the number against its limit: «CPU 93 % (limit 80 %) on shop-order-asg»,
/// 「shop-order-asg CPU 使用率 93%（阈值 80%）」.
/// </summary>
internal static class MetricHeadline
{
    private const int MaxThing = 255;
    private const int MaxName = 60;

    /// <summary>Writes the headline of a metric alarm on one line, without its duration.</summary>
    public static string Write(MetricFacts facts, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (entry, isGuessed, isLabel) = MetricReading.Of(facts);
        var words = locale is Locale.Chinese ? entry.Chinese : entry.English;
        var value = Finite(facts.Value);
        var (lower, upper) = (Finite(facts.Lower), Finite(facts.Upper));
        var isBand = value is not null && lower is not null && upper is not null;
        // One edge alone is a limit.
        var limit = Finite(facts.Limit) ?? (isBand ? null : facts.Side is BreachSide.Below ? lower ?? upper : upper ?? lower);
        var unit = UnitOf(entry.Unit, isGuessed, isBand ? [value, lower, upper] : [value, limit]);
        var pattern = PatternOf(facts, entry, words, value is not null, isBand, limit is not null);

        var isAbove = facts.Side is BreachSide.Above || (facts.Side is BreachSide.Unknown && value > upper);
        var (crossed, far) = isAbove ? (upper, lower) : (lower, upper);
        var (crossedText, farText) = isBand ? (Text(crossed, value), Text(far, crossed)) : (null, null);
        var name = NameOf(facts, isGuessed);
        var parts = new HeadlineParts
        {
            Pattern = pattern,
            Words = words,
            IsLabel = isLabel,
            IsRemaining = entry.Form is MetricForm.Remaining,
            IsMinimum = facts.Side is BreachSide.Below,
            IsResolved = facts.IsResolved,
            Thing = InertText.Line(name.Length > 0 ? ThingText.Abbreviate(facts.Thing) : facts.Thing, MaxThing),
            AlarmName = name,
            IsExpected = Finite(facts.Limit) is null && !isBand,
            Value = Text(value, isBand ? crossed : limit),
            Limit = pattern is HeadlinePattern.Count && limit is >= 0 and <= 1 ? null : Text(limit, value),
            Lower = isAbove ? farText : crossedText,
            Upper = isAbove ? crossedText : farText,
        };
        return locale is Locale.Chinese ? ChineseHeadline.Write(parts) : EnglishHeadline.Write(parts);

        string? Text(double? number, double? beside) =>
            number is { } known ? QuantityText.Of(known, unit, beside, locale, facts.Currency) : null;
    }

    /// <summary>Whether the metric is only 0 or 1.</summary>
    public static bool IsFlag(MetricFacts facts) => MetricReading.Of(facts).Entry.Form is MetricForm.Flag;

    /// <summary>Values of the metric, all in one unit.</summary>
    public static IEnumerable<string> TextsOf(IReadOnlyList<double> values, MetricFacts facts, Locale locale)
    {
        var (entry, isGuessed, _) = MetricReading.Of(facts);
        var limit = Finite(facts.Limit) ?? Finite(facts.Upper) ?? Finite(facts.Lower);
        var unit = UnitOf(entry.Unit, isGuessed, [.. values, limit]);
        return values.Select(value => QuantityText.Of(value, unit, limit, locale, facts.Currency) ?? "");
    }

    // A metric of AWS without a resource is about the account or the region.
    private static string NameOf(MetricFacts facts, bool isGuessed)
    {
        var name = InertText.Line(facts.AlarmName, MaxName);
        if (name.Length == 0 || facts.Label.StartsWith(name, StringComparison.Ordinal))
            return "";
        var isWanted = facts.Thing.Length == 0
            ? isGuessed
            : ThingText.IsId(facts.Thing) && !name.Contains(ThingText.IdIn(facts.Thing), StringComparison.Ordinal);
        return isWanted ? name : "";
    }

    private static HeadlinePattern PatternOf(
        MetricFacts facts, MetricEntry entry, MetricWords words, bool hasValue, bool isBand, bool hasLimit)
    {
        if (facts is { IsMissingData: true, IsResolved: false })
            return HeadlinePattern.NoData;
        // An alarm on the flag's other side means something else than its sentence.
        if (entry.Form is MetricForm.Flag && (facts.Side is BreachSide.Unknown || facts.Side == entry.Side))
            return HeadlinePattern.Flag;
        if (isBand)
            return HeadlinePattern.Band;
        if (hasValue && words.Sentence.Length > 0 && facts.Side == entry.Side)
            return HeadlinePattern.Sentence;
        if (hasValue && hasLimit && facts is { Side: BreachSide.Unknown, IsResolved: false })
            return HeadlinePattern.Beside;
        if (hasValue && entry.Form is MetricForm.Count && facts.Side is not BreachSide.Below)
            return HeadlinePattern.Count;
        if (!hasValue || facts is not { Side: BreachSide.Below, IsResolved: false })
            return HeadlinePattern.Level;
        return facts.Value is 0 && entry is { Unit: MetricUnit.Count, Form: not MetricForm.High }
            ? HeadlinePattern.Nothing
            : HeadlinePattern.Only;
    }

    // All numbers of one headline have one unit. A name gives away a percentage, but not whether it is one of 1 or of 100.
    private static MetricUnit UnitOf(MetricUnit unit, bool isGuessed, ReadOnlySpan<double?> numbers)
    {
        var isPart = true;
        foreach (var number in numbers)
            isPart &= Math.Abs(number ?? 0) <= 1;
        return unit is MetricUnit.Fraction && !isPart ? MetricUnit.None
            : unit is MetricUnit.Percent && isGuessed && isPart ? MetricUnit.None
            : unit;
    }

    private static double? Finite(double? number) => number is { } known && double.IsFinite(known) ? known : null;
}
