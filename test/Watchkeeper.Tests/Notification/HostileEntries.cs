using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Text;

namespace Watchkeeper.Tests.Notification;

/// <summary>
/// Entries in which every field that an event, a user or AWS fills holds one text, and the same with tame text, which is made of
/// <see cref="Tame"/>.
/// </summary>
internal static class HostileEntries
{
    /// <summary>A character of no text of ours.</summary>
    public const char Tame = '¤';

    // A message repeats a value of fewer characters, because a short value may stand in a sentence by chance.
    private const int MinSaid = 4;

    private static readonly string[] AlarmLabels = ["namespace", "metric", "actor", "api", "sourceIp", "AutoScalingGroupName"];

    // A subject has at most twelve labels.
    private static readonly string[] ActLabels =
    [
        "actor", "api", "sourceIp", SubjectLabels.ActorClass, SubjectLabels.ErrorCode, SubjectLabels.Protocol, SubjectLabels.Port,
        SubjectLabels.Network, SubjectLabels.Policy,
    ];

    private static readonly string[] CountedActLabels =
    [
        "actor", "api", "sourceIp", SubjectLabels.Principal, SubjectLabels.Target, SubjectLabels.SecondFactor,
        SubjectLabels.Count, SubjectLabels.CountOf, SubjectLabels.CountMinutes,
    ];

    private static readonly string[] Fields =
    [
        "name", "title", "account", "region", "service", "because", "operator", "mute", "group", "instance", "detail",
        "reaction", "label", "statistic", "key",
        .. AlarmLabels.Union(ActLabels, StringComparer.Ordinal).Union(CountedActLabels, StringComparer.Ordinal),
    ];

    /// <summary>
    /// All fields hold the text, each behind a word of its own: a message shows a value once, so equal texts would hide which lines
    /// hostile text adds or takes away.
    /// </summary>
    public static IEnumerable<(TimelineEntry Hostile, TimelineEntry Tame)> Together(string text) =>
        Create(field => $"{field}0 {text}").Zip(Create(field => $"{field}0 {TameFor(text)}"));

    /// <summary>
    /// One field after the other holds the text alone, and the others tame text. The resource is not among them: the headline
    /// leaves out the type before its colon, such as <c>data:</c>.
    /// </summary>
    public static IEnumerable<(TimelineEntry Hostile, TimelineEntry Tame)> Alone(string text)
    {
        var tame = InertText.Line(text).Length < MinSaid ? $"{Tame}" : TameFor(text);
        return Fields.SelectMany(alone => Create(field => field == alone ? text : $"{field}0 {Tame}")
            .Zip(Create(field => field == alone ? tame : $"{field}0 {Tame}")));
    }

    /// <summary>
    /// Tame text as long as what is left of the text: a value that is cut in one place and whole in another is no value twice.
    /// </summary>
    public static string TameFor(string text) =>
        new(Tame, Math.Max(MinSaid, InertText.Line(InertText.Shorten(text, SubjectLimits.Resource)).Length));

    private static TimelineEntry[] Create(Func<string, string> textOf)
    {
        var subject = SampleEntries.Subject with
        {
            Fingerprint = new Fingerprint(textOf("name")),
            Name = textOf("name"),
            Title = textOf("title"),
            Account = textOf("account"),
            Resource = textOf("resource"),
            Service = textOf("service"),
            Labels = Labels(AlarmLabels).With($"z{textOf("key")}", "value of a key"),
        };
        var act = subject with
        {
            Source = SignalSource.Trail,
            Kind = SignalKind.Detection,
            Name = "trail-stopped",
            Labels = Labels(ActLabels),
        };
        var measurement = SampleAlarms.Measurement with
        {
            Label = InertText.Shorten(textOf("label"), SubjectLimits.Title),
            Statistic = InertText.Shorten(textOf("statistic"), SubjectLimits.Place),
        };
        var because = textOf("because");
        var own = SampleAlarms.Subject with
        {
            Labels = SampleAlarms.Subject.Labels.With("AutoScalingGroupName", textOf("AutoScalingGroupName")),
        };
        var muted = SampleAlarms.Measured(
            Transition.Opened, subject: subject with { Title = $"Metric of {textOf("title")}!" }, measurement: measurement);
        var reaction = SampleEntries.Create(
            ReactionStatus.Failed, new ReactionAction.MarkUnhealthy(textOf("group"), textOf("instance")), detail: textOf("detail"),
            reaction: textOf("reaction"));
        // With a note, so that each text has one: what makes a note is not a question of hostile text.
        var acknowledged = SampleEntries.Create(Transition.Acknowledged, subject, because: $"li.wei: {because}");
        return
        [
            SampleEntries.Create(Transition.Opened, subject, because: because),
            SampleEntries.Create(
                Transition.Opened, subject with { Source = SignalSource.Trail, Kind = SignalKind.Detection }, because: because),
            SampleEntries.Create(Transition.Opened, act, because: because),
            SampleEntries.Create(Transition.Opened, act with { Labels = Labels(CountedActLabels) }, because: because),
            Undone(SampleEntries.Create(Transition.Resolved, act, minutes: 5, because: because), act),
            SampleEntries.Create(Transition.Resolved, subject, minutes: 6_000, because: because),
            SampleEntries.Create(Transition.Opened, subject with { Region = textOf("region") }, because: because),
            SampleEntries.Create(
                Transition.Opened, subject with { Source = SignalSource.Audit, Kind = SignalKind.AuditError }, because: because),
            muted with { Incident = muted.Incident with { Mute = new Mute(MuteKind.MuteRule, textOf("mute")) } },
            SampleAlarms.Measured(Transition.Opened, subject: own),
            acknowledged with { Incident = acknowledged.Incident with { AcknowledgedBy = textOf("operator") } },
            reaction with { Incident = reaction.Incident with { Subject = subject } },
        ];

        LabelSet Labels(IEnumerable<string> names) => LabelSet.From(names.Select(name => KeyValuePair.Create(name, textOf(name))));
    }

    private static TimelineEntry Undone(TimelineEntry entry, Subject subject) => entry with
    {
        Change = entry.Change! with
        {
            Signal = new Signal
            {
                Id = "1",
                EventId = "1",
                OccurredAt = entry.At,
                Condition = SignalCondition.Resolved,
                Nature = SignalNature.Event,
                Subject = SubjectLimits.Bound(subject),
                Reason = entry.Change.Description,
            },
        },
    };
}
