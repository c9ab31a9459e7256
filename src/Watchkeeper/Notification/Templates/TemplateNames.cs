using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Links;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Templates;

/// <summary>The values of templates.</summary>
internal static class TemplateNames
{
    /// <summary>What begins the name of a label of the incident's subject: <c>label.metric</c>.</summary>
    public const string Label = "label.";

    /// <summary>All values besides the labels.</summary>
    public static ImmutableArray<TemplateName> All { get; } =
    [
        new("headline", "severity, what happened and what is wrong, as the message's first line", content => content.Headline),
        new("what", "what is wrong, of what, with the number and its limit", content => content.What),
        new("severity", "the severity", content => content.SeverityWord)
        {
            Code = content => content.Severity.ToKebabCase(),
            Choices = Names<Severity>(),
        },
        new("transition", "what happened to the incident; nothing for a reaction's result", content => content.Verb)
        {
            Code = content => content.Entry.Transition is { } transition ? transition.ToKebabCase() : "",
            Choices = Names<Transition>(),
        },
        new("reaction", "what a reaction did, would do or may not do", Reaction)
        {
            Code = content => content.Entry.Reaction is { } reaction ? reaction.Status.ToKebabCase() : "",
            Choices = Names<ReactionStatus>(),
        },
        new("timing", "since when, for how long, or when", content => content.Timing),
        new("began", "when the incident began", content =>
            TimeWords.Moment(content.Entry.Incident.OpenedAt, content.Sentences)),
        new("ended", "when it ended; nothing while it is active", content =>
            content.Entry.Incident.ResolvedAt is { } end ? TimeWords.Moment(end, content.Sentences) : ""),
        new("lead", "what happened beyond headline and timing, in sentences", content => content.Lead[content.Notice.Length..]),
        new("words", "the own words of the source, of AWS, or of the operator", content => content.Words?.Value ?? ""),
        new("description", "what the alarm's author says of it", content => content.Description?.Value ?? ""),
        new("why", "why a detection's act matters", content => content.Importance?.Value ?? ""),
        new("advice", "what to do", content => content.Advice),
        new("harmless", "when a detection's act is harmless", content => content.Harmless?.Value ?? ""),
        Labelled("service", "the service, as the configuration names it"),
        Labelled("resource", "the resource"),
        Labelled("name", "the name of the alarm, the detection or the check"),
        Labelled("account", "the account"),
        Labelled("region", "the region"),
        Labelled("source", "where it comes from") with { Choices = Names<SignalSource>() },
        Labelled("kind", "what kind of thing it is") with { Choices = Names<SignalKind>() },
        new("signals", "how many signals the incident has", content =>
            content.Entry.Incident.Signals.ToString(CultureInfo.InvariantCulture)) { IsNumber = true },
        new("acknowledged_by", "who acknowledged it", content =>
            InertText.Line(content.Entry.Incident.AcknowledgedBy ?? "")),
        new("incident", "the incident's id", content => content.Incident),
        new("runbook", "the runbook's address", content =>
            RunbookLink.From(content.Entry.Incident.Subject.Runbook) ?? "") { IsAddress = true },
        new("link", "the address of the source's own page", content =>
            content.Buttons.Concat(content.MoreLinks).FirstOrDefault(link => link.Target is not null)?.Address ?? "")
        {
            IsAddress = true,
        },
    ];

    /// <summary>The value with a name; null if there is none.</summary>
    public static TemplateName? Find(string name)
    {
        if (!name.StartsWith(Label, StringComparison.Ordinal))
            return All.FirstOrDefault(each => each.Name == name);
        var label = name[Label.Length..];
        return label.Length == 0 ? null : Labelled(label, "a label of the subject") with { Name = name };
    }

    private static TemplateName Labelled(string label, string description) => new(label, description, content =>
        MessageFields.Clean(IncidentLabels.From(content.Entry.Incident)[label]));

    private static string Reaction(MessageContent content) => content.Entry.Reaction is null ? content.Reaction : content.Lead;

    private static ImmutableArray<string> Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => value.ToKebabCase())];
}
