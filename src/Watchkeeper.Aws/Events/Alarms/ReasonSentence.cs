using System.Collections.Immutable;
using System.Globalization;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// CloudWatch's own sentence about a state: «Threshold Crossed: 3 datapoints were [not] greater than the threshold (80.0) …», or
/// for a band «Thresholds Crossed: 2 out of the last 2 datapoints [91.2 (…), 90.1 (…)] were less than the lower thresholds [20.1,
/// 20.3] or greater than the upper thresholds [60.2, 60.9] …», newest first. Words that a person set say nothing.
/// </summary>
internal readonly ref struct ReasonSentence
{
    private const string Lower = "lower thresholds ";
    private const string Upper = "upper thresholds ";
    private readonly ReadOnlySpan<char> text;

    private ReasonSentence(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>The sentence; an empty one where the reason is none of CloudWatch's.</summary>
    public static ReasonSentence Parse(string reason) => reason.StartsWith("Threshold Crossed:", StringComparison.Ordinal)
        || reason.StartsWith("Thresholds Crossed:", StringComparison.Ordinal)
            ? new ReasonSentence(reason)
            : default;

    /// <summary>Whether there were no data, or their absence counts as a breach: that is no measurement of anything.</summary>
    public bool TellsOfMissingData => Says("no datapoints were received") || Says("treated as [Breaching]");

    /// <summary>Whether it speaks of both edges of a band.</summary>
    public bool HasBothEdges => Says(" greater than ") && Says(" less than ");

    /// <summary>The side that it names; in OK with «not», which names the side on which the alarm would ring.</summary>
    public BreachSide Side => (Says(" greater than "), Says(" less than ")) switch
    {
        (true, false) => BreachSide.Above,
        (false, true) => BreachSide.Below,
        _ => BreachSide.Unknown,
    };

    /// <summary>The data and the edges that it lists.</summary>
    public BandPoints Band => text.IndexOf('[') is >= 0 and var first && first < text.IndexOf(" less than ")
        ? new BandPoints(Numbers(text[first..]), After(Lower), After(Upper))
        : BandPoints.None;

    private bool Says(string words) => text.Contains(words, StringComparison.Ordinal);

    private ImmutableArray<double> After(string words) =>
        text.IndexOf(words) is >= 0 and var at ? Numbers(text[(at + words.Length)..]) : [];

    // «[91.2 (27/11/26 10:00:00), 90.1 (27/11/26 09:59:00)]», or numbers alone.
    private static ImmutableArray<double> Numbers(ReadOnlySpan<char> list)
    {
        var end = list.IndexOf(']');
        if (!list.StartsWith('[') || end < 0)
            return [];
        var numbers = ImmutableArray.CreateBuilder<double>();
        list = list[1..end];
        foreach (var range in list.Split(','))
        {
            var item = list[range].Trim();
            item = item.IndexOf(' ') is >= 0 and var space ? item[..space] : item;
            // A number that cannot be read leaves the ones behind it without their edges.
            if (!double.TryParse(item, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return [];
            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }
}
