using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Templates;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Npm;
using Watchkeeper.Tests.Notification;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Channels.Hostile;

/// <summary>
/// Every string of the big list of naughty strings, and every hostile text of ours, in each field that an event fills, in every
/// form of every channel: the request is well formed and within the receiver's limit, names the incident, and what the receiver
/// finds in it is what it finds with tame text of the same length.
/// </summary>
/// <remarks>
/// Operators reported: brackets that made Teams refuse a message (prometheus-msteams 54, prom2teams 186), quotes and line breaks
/// that broke JSON (uptime-kuma 3778), and names that became formats, emoji or mentions.
/// </remarks>
public sealed class NaughtyStringTests
{
    private const string Lines = """
        **{{ service }}**: {{ what }}[join](https://meet.example/x) **{{ name }}**[w](https://wiki.example/{{ name }}) {{ words }}
        {{ name }}
        [{{ resource }}](https://wiki.example/{{ resource }})
        {{ account }}_{{ name }}_*{{ name }}*:{{ name }}:{{ label.actor }}
        {{ lead }}{{ description }}{{ why }}{{ advice }}{{ harmless }}{{ reaction }}{{ acknowledged_by }}
        {{ facts }}
        {{ links }}
        """;

    private const string Json = """
        {"text": "{{ name }}{{ what }}", "all": "{{ message }}", "facts": "{{ facts }}", "links": "{{ links }}",
         "why": "{{ words }}", "incident": "{{ incident }}"}
        """;

    private static readonly JsonSchemaCheck Schema =
        new(File.ReadAllText(Repository.PathOf("src/Watchkeeper/Notification/message.schema.json")));

    private static readonly ConcurrentDictionary<string, Lazy<Marks[]>> TameMarks = new(StringComparer.Ordinal);

    // Longer ones are a matter of the limits, which each channel's own tests look at.
    private static readonly Lazy<string[]> Usual = new(() =>
    [
        .. ChannelPackages.NaughtyStrings.Concat(ChannelSamples.HostileTexts.Where(text => text.Length < 10_000))
            .Distinct(StringComparer.Ordinal),
    ]);

    public static TheoryData<string, Locale, bool> Forms => new(
        from form in ReceiverForm.All.Keys.Order(StringComparer.Ordinal)
        from locale in Enum.GetValues<Locale>()
        from hasTemplate in Choices(form)
        select (form, locale, hasTemplate));

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_text_makes_or_breaks_anything_that_a_receiver_reads(string name, Locale locale, bool hasTemplate)
    {
        var form = ReceiverForm.All[name];
        var problems = new List<string>();
        foreach (var text in Usual.Value)
        {
            var usual = Tame(4);
            var tame = Tame(HostileEntries.TameFor(text).Length);
            foreach (var (index, (entry, _)) in HostileEntries.Together(text).Index())
            {
                problems.AddRange(ProblemsOf(Read(entry), tame[index], usual[index])
                    .Select(problem => $"«{InertText.Line(text, 80)}» {index}: {problem}"));
            }
        }

        problems.Take(20).ShouldBeEmpty($"{problems.Count}");

        Marks[] Tame(int length) => TameMarks.GetOrAdd(
            string.Create(CultureInfo.InvariantCulture, $"{name} {locale} {hasTemplate} {length}"),
            _ => new(() =>
            [
                .. HostileEntries.Together(new string(HostileEntries.Tame, length)).Select(pair => Read(pair.Hostile)),
            ])).Value;

        Marks Read(TimelineEntry entry)
        {
            var message = ChannelSamples.Message(entry, locale);
            if (hasTemplate)
            {
                var (lines, own) = form.Kind is ChannelKind.Webhook ? (TemplateForm.Json, Json) : (TemplateForm.Lines, Lines);
                var template = new ChannelTemplate(form.Kind, "https://hook.example", lines, own);
                message = TemplatedMessage.Create(message, template, out var problem);
                problem.ShouldBeEmpty();
            }

            return Marks.Of(form, form.Create(message).Body!, message.Content.Sentences[TextKey.Shortened]);
        }
    }

    // PagerDuty takes no template.
    private static bool[] Choices(string form) => form is "pagerduty" ? [false] : [false, true];

    [Fact]
    public void The_JSON_of_a_webhook_fits_its_schema()
    {
        foreach (var entry in ChannelPackages.NaughtyStrings.SelectMany(ChannelSamples.Hostile))
            Schema.Errors(ChannelSamples.Message(entry).Json).ShouldBeEmpty();
    }

    private static IEnumerable<string> ProblemsOf(Marks marks, Marks tame, Marks usual)
    {
        if (marks.Problem is { } problem)
            yield return problem;
        // What does not fit goes line by line, and escapes take room; but nothing new comes.
        var added = marks.All.Except(usual.All, StringComparer.Ordinal).Where(mark => !mark.StartsWith('[')).ToList();
        if (added.Count > 0)
            yield return $"adds {string.Join(" ", added)}";
        else if (!marks.IsCut && !tame.IsCut && !marks.All.SequenceEqual(tame.All, StringComparer.Ordinal))
            yield return Difference(marks.All, tame.All);
    }

    private static string Difference(IReadOnlyList<string> marks, IReadOnlyList<string> tame)
    {
        var at = marks.Zip(tame).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"is … {string.Join(' ', marks.Skip(at - 2).Take(6))} and not … {string.Join(' ', tame.Skip(at - 2).Take(6))}";
    }

    private sealed record Marks(IReadOnlyList<string> All, bool IsCut, string? Problem)
    {
        public static Marks Of(ReceiverForm form, byte[] body, string shortened)
        {
            using var json = JsonDocument.Parse(body);
            var texts = json.RootElement.Strings().ToList();
            var isCut = texts.Exists(text => text.Contains(shortened, StringComparison.Ordinal) || text.EndsWith('…'));
            var problem = form.Problem(json.RootElement, body.Length);
            if (!texts.Exists(text => text.Contains(ChannelSamples.Incident, StringComparison.Ordinal)))
                problem ??= "has no incident";
            return new Marks(form.MarksOf(json.RootElement), isCut, problem);
        }
    }
}
