using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Detections;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>A message about a detection in Chinese has no English sentence. Names of AWS and texts of the event may stay.</summary>
public sealed class ChineseActTests
{
    private static readonly string[] Names = ["AWS Config", "IAM Identity Center", "Secrets Manager"];

    // Three words: two are a command of the AWS command line, such as «iam list-access-keys».
    private static readonly Regex English =
        new("[A-Za-z][a-z-]+(?:[,;:.]? [A-Za-z][a-z-]+){2,}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    // Addresses and commands.
    private static readonly Regex Quoted =
        new(@"https://[^\s<]+|aws [a-z0-9]+ [a-z-]+( --[a-z-]+ \S+)*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly DetectionMatcher Matcher = new(DetectionCatalogue.All);

    public static TheoryData<string> Detected =>
        [.. EventFiles.Names.Where(name => name.StartsWith("trail/", StringComparison.Ordinal) && SignalsOf(name).Length > 0)];

    [Theory]
    [MemberData(nameof(Detected))]
    public void No_message_about_a_detection_has_an_English_sentence(string name)
    {
        foreach (var signal in SignalsOf(name))
        {
            foreach (var entry in Entries(signal))
            {
                var message = MessageRenderer.Render(entry, Locale.Chinese);

                string[] forms = [message.Subject, message.Text, message.Sms, .. WordsOf(message.Json)];
                forms.SelectMany(form => English.Matches(Cleaned(form, name)).Select(match => match.Value)).ShouldBeEmpty();
                forms.ShouldAllBe(form => form.Any(IsHan));
            }
        }
    }

    [Fact]
    public void The_story_has_detections_of_many_kinds() =>
        Detected.Select(name => SignalsOf((string)name.Data)[0].Subject.Name).Distinct().Count().ShouldBeGreaterThan(12);

    [Fact]
    public void An_English_message_would_be_found()
    {
        var signal = SignalsOf("trail/120-trail-stopped")[0];

        var message = MessageRenderer.Render(Entries(signal).First(), Locale.English);

        English.Count(Cleaned(message.Text, "trail/120-trail-stopped")).ShouldBeGreaterThan(5);
    }

    private static Signal[] SignalsOf(string name) =>
        TrailEvents.Read(EventFiles.Bytes(name), EventFiles.Now) is TrailParseResult.Happened happened
            ? [.. Matcher.Signals(happened.Event)]
            : [];

    private static IEnumerable<TimelineEntry> Entries(Signal signal) => signal.Condition is SignalCondition.Resolved
        ? [Entry(signal, Transition.Resolved, DecisionReason.Resolved, signal)]
        :
        [
            Entry(signal, Transition.Opened, DecisionReason.Opened, signal),
            Entry(signal, Transition.AnotherAct, DecisionReason.AnotherAct, signal),
            Entry(signal, Transition.Escalated, DecisionReason.Escalated, signal),
            Entry(signal, Transition.Reminded, DecisionReason.Reminded, null),
            Entry(signal, Transition.Resolved, DecisionReason.Expired, null),
        ];

    private static TimelineEntry Entry(Signal signal, Transition transition, DecisionReason reason, Signal? cause) => new()
    {
        Key = "T#0000000001",
        Incident = new Incident
        {
            Id = Incident.IdFor(signal),
            Status = transition is Transition.Resolved ? IncidentStatus.Resolved : IncidentStatus.Open,
            Severity = signal.RuleSeverity!.Value,
            Subject = SubjectLimits.Bound(signal.Subject),
            OpenedAt = signal.OccurredAt.AddHours(-1),
            ResolvedAt = transition is Transition.Resolved ? signal.OccurredAt : null,
            Signals = 2,
        },
        Transition = transition,
        At = signal.OccurredAt,
        Change = new IncidentChange
        {
            Reason = reason,
            SignalId = signal.Id,
            EventId = signal.EventId,
            OccurredAt = signal.OccurredAt,
            RecordedAt = signal.OccurredAt,
            Description = cause is null ? "" : signal.Reason,
            Signal = cause is null ? null : SubjectLimits.Bound(cause),
        },
    };

    private static IEnumerable<string> WordsOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. new[] { "headline", "lead", "why", "advice", "harmlessIf" }
                .Select(name => document.RootElement.GetProperty(name))
                .Where(member => member.ValueKind is JsonValueKind.String).Select(member => member.GetString()!),
        ];
    }

    private static string Cleaned(string form, string name)
    {
        var text = Quoted.Replace(form, "");
        foreach (var allowed in Names.Concat(TextsOf(JsonElement.Parse(EventFiles.Bytes(name))).OrderByDescending(each => each.Length)))
            text = text.Replace(allowed, "", StringComparison.Ordinal);
        return text;
    }

    private static IEnumerable<string> TextsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => TextsOf(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.String when json.GetString() is { Length: > 3 } text => [text, InertText.Line(text)],
        _ => [],
    };

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
