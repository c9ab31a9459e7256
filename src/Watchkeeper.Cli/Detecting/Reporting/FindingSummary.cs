using System.Globalization;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Detecting.Reporting;

/// <summary>Counts findings by detection, actor and day. Memory grows with what differs, not with the findings.</summary>
internal sealed class FindingSummary
{
    private const int MaxRows = 20;
    private const int MaxActors = 10_000;
    private const string OtherActors = "(others)";
    private const string NoActor = "(unknown)";

    private readonly Dictionary<(string Detection, Severity Severity), long> detections = [];
    private readonly Dictionary<string, long> actors = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateOnly, long> days = [];

    /// <summary>All findings.</summary>
    public long Count { get; private set; }

    /// <summary>The worst severity of a finding; null without one.</summary>
    public Severity? Worst { get; private set; }

    /// <summary>Counts a finding.</summary>
    public void Add(Finding finding)
    {
        Count++;
        Worst = Worst is { } worst && worst >= finding.Severity ? worst : finding.Severity;
        var actor = finding.Signal.Subject.Labels[SubjectLabels.Actor] is { Length: > 0 } named ? named : NoActor;
        if (actors.Count >= MaxActors && !actors.ContainsKey(actor))
            actor = OtherActors;
        Add(detections, (finding.Signal.Subject.Name, finding.Severity));
        Add(actors, actor);
        Add(days, DateOnly.FromDateTime(finding.Signal.OccurredAt.UtcDateTime));
    }

    /// <summary>The lines of the summary; none without findings.</summary>
    public IEnumerable<string> Lines()
    {
        if (Count == 0)
            return [];
        return
        [
            "by detection",
            .. Rows(detections.OrderByDescending(row => row.Key.Severity).ThenByDescending(row => row.Value)
                .ThenBy(row => row.Key.Detection, StringComparer.Ordinal)
                .Select(row => (row.Value, $"{row.Key.Severity.ToKebabCase(),-8} {row.Key.Detection}"))),
            "by actor",
            .. Rows(actors.OrderByDescending(row => row.Value).ThenBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => (row.Value, row.Key))),
            "by day",
            .. Rows(days.Select(row => (row.Value, row.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))),
        ];
    }

    private static IEnumerable<string> Rows(IEnumerable<(long Count, string Name)> rows)
    {
        var all = rows.ToList();
        foreach (var (count, name) in all.Take(MaxRows))
            yield return InertText.Line(string.Create(CultureInfo.InvariantCulture, $"{count,8:N0}  {name}"));
        if (all.Count > MaxRows)
        {
            var rest = all.Skip(MaxRows).Sum(row => row.Count);
            yield return string.Create(CultureInfo.InvariantCulture, $"{rest,8:N0}  in {all.Count - MaxRows:N0} more");
        }
    }

    private static void Add<TKey>(IDictionary<TKey, long> counts, TKey key)
        where TKey : notnull => counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : 1;
}
