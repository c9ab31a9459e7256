using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// CloudWatch's sentence about a state: «Threshold Crossed: 3 datapoints were [not] greater than the threshold (80.0) …», or for
/// a band «Thresholds Crossed: 2 out of the last 2 datapoints [91.2 (…), 90.1 (…)] were less than the lower thresholds [20.1,
/// 20.3] or greater than the upper thresholds [60.2, 60.9] …», newest first. Text that a person set is ignored.
/// </summary>
internal readonly ref struct ReasonSentence
{
    private const string Lower = "lower thresholds ";
    private const string Upper = "upper thresholds ";
    private readonly ReadOnlySpan<char> text;

    private ReasonSentence(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>Parses the sentence; empty if the reason is not from CloudWatch.</summary>
    public static ReasonSentence Parse(string reason) => reason.StartsWith("Threshold Crossed:", StringComparison.Ordinal)
        || reason.StartsWith("Thresholds Crossed:", StringComparison.Ordinal)
            ? new ReasonSentence(reason)
            : default;

    /// <summary>Whether data was missing, or its absence counts as a breach. Neither is a measurement.</summary>
    public bool ReportsMissingData => Says("no datapoints were received") || Says("treated as [Breaching]");

    /// <summary>Whether the sentence names both edges of a band.</summary>
    public bool HasBothEdges => Says(" greater than ") && Says(" less than ");

    /// <summary>
    /// The side in the sentence. In state OK the sentence contains «not» and names the side on which the alarm would fire.
    /// </summary>
    public BreachSide Side => (Says(" greater than "), Says(" less than ")) switch
    {
        (true, false) => BreachSide.Above,
        (false, true) => BreachSide.Below,
        _ => BreachSide.Unknown,
    };

    /// <summary>
    /// The newest data point in the sentence: of points with times, that of the latest; else the first. Null without one.
    /// </summary>
    public double? Newest
    {
        get
        {
            DataPoint? newest = null;
            foreach (var point in Listed())
            {
                if (newest is null || point.At > (newest.At ?? DateTimeOffset.MinValue))
                    newest = point;
            }

            return newest?.Value;
        }
    }

    /// <summary>The data points in the sentence, in the order of their times.</summary>
    // The sentence lists the newest first or last; only the times tell.
    public DataPoints Points => Listed() is var points && points.TrueForAll(point => point.At is not null)
        ? DataPoints.From(points)
        : DataPoints.None;

    /// <summary>The data points and edges in the sentence.</summary>
    public BandPoints Band => text.IndexOf('[') is >= 0 and var first && first < text.IndexOf(" less than ")
        ? new BandPoints(Numbers(text[first..]), After(Lower), After(Upper))
        : BandPoints.None;

    // The points up to the first that cannot be read, as the sentence lists them.
    private List<DataPoint> Listed()
    {
        const string single = " datapoint (";
        // Old sentences name a single data point: «1 datapoint (5.0) was …».
        var (start, end) = text.IndexOf('[') is >= 0 and var bracket
            ? (bracket + 1, ']')
            : text.IndexOf(single) is >= 0 and var at ? (at + single.Length, ')') : (text.Length, ' ');
        var list = text[start..];
        list = list[..Math.Max(list.IndexOf(end), 0)];
        var points = new List<DataPoint>();
        foreach (var range in list.Split(','))
        {
            var item = list[range].Trim();
            var space = item.IndexOf(' ');
            var number = space < 0 ? item : item[..space];
            if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                || !double.IsFinite(value))
            {
                break;
            }

            points.Add(new DataPoint(space < 0 ? null : TimeOf(item[space..]), value));
        }

        return points;
    }

    // « (27/11/26 10:00:00)», in UTC.
    private static DateTimeOffset? TimeOf(ReadOnlySpan<char> text) => DateTimeOffset.TryParseExact(
        text.Trim().Trim("()"), "dd/MM/yy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : null;

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
            // An unreadable number leaves the following numbers without their edges.
            if (!double.TryParse(item, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return [];
            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }
}
