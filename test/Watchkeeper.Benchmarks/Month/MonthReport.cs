using System.Globalization;
using Watchkeeper.Detections;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Benchmarks.Month;

/// <summary>Counts what a month's findings come to, and prints it so that each line can be judged.</summary>
internal sealed class MonthReport
{
    private readonly Dictionary<FindingKind, Tally> kinds = [];
    private readonly Dictionary<Activity, (HashSet<int> Runs, Tally Sum, int Staged)> activities = [];
    private readonly IncidentBook book = new();

    /// <summary>Counts a finding.</summary>
    public void Add(DetectionFinding finding, RecordedCall call)
    {
        var (detection, signal) = finding;
        var kind = new FindingKind(
            detection.Id, detection.Stage, SeverityRules.Default.Classify(signal),
            signal.Subject.Labels[SubjectLabels.ActorClass], call.Activity);
        var (runs, sum, staged) = activities.GetValueOrDefault(call.Activity, ([], new Tally(), 0));
        runs.Add(call.Run);
        var tally = kinds.TryGetValue(kind, out var known) ? known : kinds[kind] = new Tally();
        tally.Matches++;
        activities[call.Activity] = (runs, sum, staged + (detection.Stage is DetectionStage.Staged ? 1 : 0));
        if (detection.Stage is not DetectionStage.On)
            return;
        var (reason, severity) = book.Take(signal);
        var isOpened = reason is DecisionReason.Opened or DecisionReason.Reopened;
        var isAlert = severity >= Severity.High && (isOpened || reason is DecisionReason.Escalated or DecisionReason.AnotherAct);
        foreach (var each in (Tally[])[tally, sum])
        {
            each.Incidents += isOpened ? 1 : 0;
            each.Alerts += isAlert ? 1 : 0;
        }
    }

    /// <summary>Counts the undoing of an act.</summary>
    public void Add(Signal undoing) => book.Take(undoing);

    /// <summary>Prints the month.</summary>
    public void Print()
    {
        Print("What notifies (high and above), a day", kinds.Where(one => one.Value.Alerts > 0), tally => tally.Alerts);
        Print(
            "What opens incidents and does not notify, a day", kinds.Where(one => one.Value is { Alerts: 0, Incidents: > 0 }),
            tally => tally.Incidents);
        Print(
            "What is staged, matches a day", kinds.Where(one => one.Key.Stage is DetectionStage.Staged), tally => tally.Matches);
        Console.WriteLine("\nOne run of an activity: incidents, alerts, staged matches");
        foreach (var (activity, (runs, sum, staged)) in activities.OrderByDescending(one => one.Value.Sum.Incidents))
            Line($"{Mean(sum.Incidents, runs)} {Mean(sum.Alerts, runs)} {Mean(staged, runs)}  {activity.Name}");
        Totals("ordinary work", kinds.Where(one => one.Key.Activity.IsOrdinary));
        Totals("mistakes and the intrusion", kinds.Where(one => !one.Key.Activity.IsOrdinary));
    }

    private static void Print(
        string title, IEnumerable<KeyValuePair<FindingKind, Tally>> lines, Func<Tally, int> figure)
    {
        Console.WriteLine($"\n{title}");
        foreach (var (kind, tally) in lines.OrderBy(one => one.Key.Activity.IsOrdinary).ThenByDescending(one => figure(one.Value))
            .ThenBy(one => one.Key.Detection, StringComparer.Ordinal))
        {
            var perDay = ((double)figure(tally) / BusyMonth.Days).ToString("f2", CultureInfo.InvariantCulture);
            var severity = kind.Severity.ToKebabCase();
            Line($"{perDay,7} {tally.Matches,6} {severity,-8} {kind.Detection,-38} {kind.Caller,-19} {kind.Activity.Name}");
        }
    }

    private static void Totals(string what, IEnumerable<KeyValuePair<FindingKind, Tally>> some)
    {
        var all = some.ToList();
        var alerts = all.Sum(one => one.Value.Alerts);
        var incidents = all.Sum(one => one.Value.Incidents);
        var staged = all.Where(one => one.Key.Stage is DetectionStage.Staged).Sum(one => one.Value.Matches);
        var perDay = (double)alerts / BusyMonth.Days;
        Line($"\n{what}: {alerts} alerts ({perDay:f1} a day), {incidents} incidents, {staged} staged matches");
    }

    private static string Mean(int sum, HashSet<int> runs) =>
        ((double)sum / runs.Count).ToString("f1", CultureInfo.InvariantCulture).PadLeft(6);

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
