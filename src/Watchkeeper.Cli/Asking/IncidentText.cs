using Watchkeeper.Incidents;

namespace Watchkeeper.Cli.Asking;

/// <summary>One incident as text for people.</summary>
internal sealed class IncidentText(Screen screen, DateTimeOffset now)
{
    private const int NameWidth = 14;

    /// <summary>Prints the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="entries">How many entries were asked for.</param>
    public void Show(IncidentReport report, int entries)
    {
        var incident = report.Incident;
        screen.Line($"{incident.Id}  {incident.Severity.ToUpperInvariant()}  {incident.Status}");
        screen.Line(incident.Title);
        var age = incident.ResolvedAt is null ? $", {Moment.Span(now - incident.OpenedAt)} ago" : "";
        Field("opened", Moment.Full(incident.OpenedAt) + age);
        if (incident.ResolvedAt is { } end)
        {
            var words = OperatorText.Of(incident.LastReason, incident.Description, incident.Account);
            var why = $"{incident.LastReason} {Quoted(words)}";
            Field("ended", $"{Moment.Full(end)}, after {Moment.Span(end - incident.OpenedAt)}: {why}");
        }

        if (incident.AcknowledgedBy is { } who && OperatorName.Shorten(who, incident.Account) is var by)
            Field("acknowledged", incident.AcknowledgedAt is { } at ? $"by {by} at {Moment.Full(at)}" : $"by {by}");
        Field("quiet", incident.Quiet ?? "");
        Field("service", incident.Service);
        Field("resource", incident.Resource);
        Field("account", $"{incident.Account} {incident.Region}".Trim());
        Field("source", $"{incident.Source}, {incident.Kind}, {incident.Name}");
        Field("labels", string.Join(", ", incident.Labels.Select(label => $"{label.Key}={label.Value}")));
        Field("signals", $"{incident.Signals}{(incident.Reopenings > 0 ? $"; reopenings: {incident.Reopenings}" : "")}");
        ShowTimeline(report, entries);
        ShowReactions(report);
    }

    private void ShowTimeline(IncidentReport report, int entries)
    {
        screen.Line();
        screen.Line("timeline, newest first");
        foreach (var entry in report.Timeline)
        {
            var decision = entry.Decision ?? entry.Transition ?? "recorded";
            var words = OperatorText.Of(entry.Decision, entry.Description, report.Incident.Account);
            screen.Line($"  {Moment.Full(entry.At)}  {decision} {Quoted(words)}");
            if (entry.Deliveries.IsEmpty && entry.Notification is { } reason)
                screen.Line($"    nobody notified: {reason}");
            foreach (var delivery in entry.Deliveries)
                screen.Line($"    {delivery.Words()}");
        }

        if (report.Timeline.IsEmpty)
            screen.Line("  no entry yet");
        if (report.MoreEntries > 0)
        {
            screen.Line($"  {report.MoreEntries} older entries: "
                + $"incident {report.Incident.Id} --entries {entries + report.MoreEntries}");
        }
    }

    private void ShowReactions(IncidentReport report)
    {
        if (report.Reactions.IsEmpty)
            return;
        screen.Line();
        screen.Line("reactions");
        foreach (var reaction in report.Reactions)
        {
            screen.Line($"  {Moment.Full(reaction.At)}  {reaction.Words()}");
            foreach (var delivery in reaction.Deliveries)
                screen.Line($"    {delivery.Words()}");
        }
    }

    private void Field(string name, string value)
    {
        if (value.Length > 0)
            screen.Line($"  {name.PadRight(NameWidth)}{value}");
    }

    private static string Quoted(string text) => text.Length > 0 ? $"«{text}»" : "";
}
