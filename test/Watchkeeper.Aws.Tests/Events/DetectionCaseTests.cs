using System.Text.Json;
using Shouldly;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>
/// Sequences of API calls, each event beside its expected signals. Within a sequence, equal words for an incident or an act mean
/// the same one, and different words different ones.
/// </summary>
public sealed class DetectionCaseTests
{
    private static readonly DetectionMatcher Detections = new(DetectionCatalogue.All);
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);
    private static readonly string Folder = Repository.PathOf("test", "Watchkeeper.Tests", "Detections", "Cases");

    public static TheoryData<string> Stories =>
        [.. Directory.EnumerateDirectories(Folder).Select(story => Path.GetFileName(story)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Different_acts_are_distinguished_and_an_undoing_event_ends_the_incident(string story)
    {
        var incidents = new Naming();
        var acts = new Naming();
        var begun = new HashSet<Fingerprint>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, story), "*.json").Order(StringComparer.Ordinal))
        {
            if (file.EndsWith(".expected.json", StringComparison.Ordinal))
                continue;
            var expected = JsonElement.Parse(File.ReadAllBytes(Path.ChangeExtension(file, ".expected.json")))
                .EnumerateArray().ToList();
            // The end of what never began ends nothing: a policy of one bucket undoes every kind of opening.
            var signals = Signals(file)
                .Where(signal => signal.Condition is SignalCondition.Firing || begun.Contains(signal.Subject.Fingerprint)).ToList();
            begun.UnionWith(signals.Select(signal => signal.Subject.Fingerprint));
            var name = Path.GetFileName(file);
            signals.Select(signal => $"{signal.Subject.Name} {signal.Condition.ToKebabCase()}").ShouldBe(
                expected.Select(one => $"{one.Text("detection")} {one.Text("condition")}"), ignoreOrder: true, name);
            foreach (var one in expected)
            {
                var signal = signals.Single(signal =>
                    signal.Subject.Name == one.Text("detection") && signal.Condition.ToKebabCase() == one.Text("condition"));
                Check(signal, one, name);
                incidents.Check(one.Text("incident"), signal.Subject.Fingerprint.Text, name);
                if (one.Text("act") is { Length: > 0 } act)
                    acts.Check($"{one.Text("incident")} {act}", $"{signal.Subject.Fingerprint} {signal.Act!.Key}", name);
            }
        }
    }

    private static void Check(Signal signal, JsonElement expected, string file)
    {
        signal.Nature.ShouldBe(SignalNature.Event, file);
        var act = signal.Act.ShouldNotBeNull(file);
        act.IsRefused.ShouldBe(expected.TryGetProperty("refused", out var refused) && refused.GetBoolean(), file);
        if (signal.Condition is SignalCondition.Firing)
            signal.RuleSeverity!.Value.ToKebabCase().ShouldBe(expected.Text("severity"), file);
        if (expected.Text("actor") is { Length: > 0 } actor)
            signal.Subject.Labels["actor"].ShouldBe(actor, file);
        if (expected.Text("because") is { Length: > 0 } because)
            signal.Reason.ShouldBe(because, file);
    }

    // What counts towards a threshold is no act by itself.
    private static List<Signal> Signals(string file)
    {
        var happened = TrailEvents.Read(File.ReadAllBytes(file), Now).ShouldBeOfType<TrailParseResult.Happened>(file).Event;
        return [.. Detections.Evaluate(happened).Found.Where(one => one.Counted is null).Select(one => one.Signal)];
    }

    /// <summary>Checks that words and their meanings match one to one.</summary>
    private sealed class Naming
    {
        private readonly Dictionary<string, string> byWord = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> byText = new(StringComparer.Ordinal);

        public void Check(string word, string text, string file)
        {
            byWord.TryAdd(word, text);
            byText.TryAdd(text, word);
            byWord[word].ShouldBe(text, $"{file}: «{word}» was another one before");
            byText[text].ShouldBe(word, $"{file}: this was «{byText[text]}» before");
        }
    }
}

file static class ExpectationJson
{
    public static string Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
