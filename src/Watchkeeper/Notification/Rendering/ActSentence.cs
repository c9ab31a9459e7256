using System.Buffers;
using Watchkeeper.Detections;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>One sentence about an API call: who did what to what from where, and what AWS answered. Inert text.</summary>
internal static class ActSentence
{
    private const int MaxDetailsLength = 160;

    // «security-group/sg-0d1e», «trail/shop-trail», «db:shop».
    private static readonly SearchValues<char> TypeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-");

    /// <summary>The sentence; empty if the subject does not name the call, as those of earlier versions may.</summary>
    /// <param name="subject">The act.</param>
    /// <param name="sentences">The language.</param>
    public static string Create(Subject subject, Translations sentences)
    {
        var labels = subject.Labels;
        if (labels["api"].Length == 0)
            return "";
        var acts = sentences.Acts;
        var resource = ResourceOf(subject);
        var lead = Counted(labels, acts) + Translations.Fill(
            acts.Lead,
            ("who", ActorName.Create(labels[SubjectLabels.Actor], subject.Account, sentences)),
            ("api", Clean(labels["api"])),
            ("on", resource.Length > 0 ? Translations.Fill(acts.On, ("resource", Clean(resource))) : ""),
            ("details", DetailsOf(subject, sentences)),
            ("from", From(labels, acts)));
        var code = labels[SubjectLabels.ErrorCode];
        if (code.Length == 0)
            return lead;
        var outcome = CallOutcomes.From(code) is CallOutcome.Refused ? acts.Refused : acts.Failed;
        return $"{lead}{acts.Gap}{Translations.Fill(outcome, ("error", Clean(code)))}";
    }

    /// <summary>The sentence about the call that undid an act; empty if the subject does not name the call.</summary>
    public static string CreateUndone(Subject subject, Translations sentences)
    {
        var labels = subject.Labels;
        return labels["api"].Length == 0 ? "" : Translations.Fill(
            sentences.Acts.Undone,
            ("who", ActorName.Create(labels[SubjectLabels.Actor], subject.Account, sentences)),
            ("api", Clean(labels["api"])),
            ("from", From(labels, sentences.Acts)));
    }

    /// <summary>What the act opened or how it was made: « (tcp port 22, 0.0.0.0/0)»; empty if nothing says so.</summary>
    public static string DetailsOf(Subject subject, Translations sentences) =>
        Details(subject.Labels, sentences) is { Length: > 0 } details
            ? Translations.Fill(sentences.Acts.Details, ("details", details))
            : "";

    /// <summary>The name of what was acted on, without its type; empty if that is only the caller.</summary>
    public static string ThingOf(Subject subject)
    {
        var part = ResourceOf(subject);
        var type = part.AsSpan().IndexOfAnyExcept(TypeCharacters);
        return Clean(type > 0 && part[type] is '/' or ':' ? part[(type + 1)..] : part);
    }

    private static string Counted(LabelSet labels, ActTranslations acts)
    {
        var field = labels[SubjectLabels.CountOf];
        return labels[SubjectLabels.Count].Length == 0 ? "" : Translations.Fill(
            field.Length > 0 ? acts.CountedValues : acts.Counted,
            ("count", Clean(labels[SubjectLabels.Count])),
            ("field", Clean(field)),
            ("minutes", Clean(labels[SubjectLabels.CountMinutes])));
    }

    // AWS's services call from themselves.
    private static string From(LabelSet labels, ActTranslations acts) =>
        labels["sourceIp"] is { Length: > 0 } source && source != labels[SubjectLabels.Actor]
        ? Translations.Fill(acts.From, ("source", Clean(source)))
        : "";

    // Whoever signs in acts on nothing but the own identity.
    private static string ResourceOf(Subject subject) =>
        subject.Resource == subject.Labels[SubjectLabels.Actor] ? "" : ActorName.ResourcePart(subject.Resource);

    private static string Details(LabelSet labels, Translations sentences)
    {
        var acts = sentences.Acts;
        string[] details =
        [
            Port(Clean(labels[SubjectLabels.Protocol]), Clean(labels[SubjectLabels.Port]), acts),
            Clean(labels[SubjectLabels.Network]),
            Named(SubjectLabels.Policy, acts.Policy),
            Named(SubjectLabels.Principal, acts.Principal),
            labels[SubjectLabels.SecondFactor] switch
            {
                SubjectLabels.None => acts.WithoutSecondFactor,
                SubjectLabels.Used => acts.WithSecondFactor,
                _ => "",
            },
        ];
        var text = string.Join(sentences[TextKey.ListComma], details.Where(detail => detail.Length > 0));
        return InertText.Shorten(text, MaxDetailsLength);

        string Named(string label, string text) => labels[label] is { Length: > 0 } value
            ? Translations.Fill(text, (label, value == "*" ? acts.Everybody : Clean(value)))
            : "";
    }

    private static string Port(string protocol, string port, ActTranslations acts) => (protocol, port) switch
    {
        (SubjectLabels.All, _) => acts.AllPorts,
        (_, "") => protocol,
        ("", SubjectLabels.All) => acts.AllPorts,
        // ICMP has no ports; EC2 writes its types there.
        (_, _) when protocol.StartsWith("icmp", StringComparison.Ordinal) => protocol,
        (_, SubjectLabels.All) => Translations.Fill(acts.AllPortsOf, ("protocol", protocol)),
        ("", _) => Translations.Fill(acts.Port, ("port", port)),
        _ => Translations.Fill(acts.PortOf, ("protocol", protocol), ("port", port)),
    };

    private static string Clean(string text) => text.Length == 0 ? "" : MessageFields.Value(text, SubjectLimits.LabelValue);
}
