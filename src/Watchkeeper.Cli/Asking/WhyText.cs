using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>Explanations as text for people: one step a line, each with its reason.</summary>
internal sealed class WhyText(Screen screen)
{
    private const int NameWidth = 14;

    /// <summary>Prints what became of an event.</summary>
    public void Show(WhyEvent report)
    {
        foreach (var (at, part) in report.Parts.Index())
        {
            if (report.Parts.Length > 1)
                screen.Line($"part {at + 1} of {report.Parts.Length}");
            var by = part.Function is { } function ? $" by {function}" : "";
            Step("event", $"{report.Event}, decided {Moment.Full(part.DecidedAt)}{by}");
            ShowPart(part);
            if (report.Parts.Length == 1)
                break;
            Step("end", part.End.Words());
            screen.Line();
        }

        if (report.DeliveredAgain > 0)
            Step("again", $"delivered {report.DeliveredAgain} more times, without effect");
        Step("end", report.End.Words());
    }

    /// <summary>Prints why an incident was reported or is quiet.</summary>
    public void Show(WhyIncident report)
    {
        ShowIncident(report.Incident);
        if (report.LastNotified is { } part)
        {
            screen.Line();
            screen.Line($"last notified {Moment.Full(part.DecidedAt)}");
            ShowPart(part with { Incident = null, Reactions = [] });
        }
        else
        {
            screen.Line();
            screen.Line("nobody was ever notified of it");
        }

        if (!report.Quiet.IsEmpty)
        {
            screen.Line();
            screen.Line("quiet entries");
            foreach (var quiet in report.Quiet)
                screen.Line($"  {quiet.Entries} {quiet.Reason}, the last {Moment.Full(quiet.LastAt)}: {quiet.Meaning}");
        }

        if (!report.Reactions.IsEmpty)
            screen.Line();
        ShowReactions(report.Reactions);
    }

    private void ShowPart(WhyPart part)
    {
        if (part.Signal is { } signal)
        {
            Step("signal", $"{signal.Title}: {signal.Condition ?? "recorded"} at {Moment.Full(signal.OccurredAt)}");
            More(signal.Resource);
            var words = OperatorText.Of(part.Decision, signal.Description, part.Incident?.Account ?? "");
            More(words.Length > 0 ? $"«{words}»" : "");
        }

        if (part.Severity is { } severity)
            Step("severity", $"{severity.Value}, {severity.By}");
        if (part.Path is { } path)
        {
            Step("rejected", $"{path}: {part.Decision}");
            More(part.DecisionMeaning);
        }
        else
        {
            Step("decision", $"{part.Decision}: {part.DecisionMeaning}");
        }

        if (part.Configuration is { } configuration)
        {
            Step("configuration", configuration + (part.ConfigurationInForce is false ? ", not the one in force now" : ""));
            More(part.ConfigurationVersion?.Words() ?? "");
        }

        if (part.Incident is { } incident)
            ShowIncident(incident, part.Decision == DecisionReason.Duplicate.ToKebabCase());
        if (part.Notification is { } reason)
            Step("notification", $"{reason}: {part.NotificationMeaning}");
        if (!part.WouldNotify.IsEmpty)
            More($"without it: {string.Join(", ", part.WouldNotify)}");
        if (part.Routes is { Tried: { IsEmpty: false } tried, AsOf: var asOf })
        {
            Step("routes", asOf == "now" ? "by the routes as they are now:" : $"by the routes of {asOf}:");
            foreach (var route in tried)
                More(route.Words());
        }

        if (!part.Receivers.IsEmpty)
            Step("receivers", string.Join(", ", part.Receivers));
        foreach (var delivery in part.Deliveries)
            More(delivery.Words());
        ShowReactions(part.Reactions);
    }

    private void ShowIncident(IncidentLine incident, bool hasAlready = false)
    {
        var status = $"{(hasAlready ? "has it already, " : "")}{incident.Status} now";
        Step("incident", $"{incident.Id} {status}, {incident.Severity.ToUpperInvariant()} {incident.Title}");
    }

    private void ShowReactions(ImmutableArray<ReactionLine> reactions)
    {
        foreach (var reaction in reactions)
        {
            Step("reaction", reaction.Words());
            foreach (var delivery in reaction.Deliveries)
                More(delivery.Words());
        }
    }

    private void Step(string name, string text) => screen.Line($"{name.PadRight(NameWidth)}{text}");

    private void More(string text)
    {
        if (text.Length > 0)
            screen.Line($"{new string(' ', NameWidth)}{text}");
    }
}
