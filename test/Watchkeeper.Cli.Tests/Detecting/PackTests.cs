using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Cases;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting;

/// <summary>The built-in detections, each with the tests beside it.</summary>
public sealed class PackTests
{
    private static readonly DetectionMatcher Matcher = new(DetectionCatalogue.All);

    private static readonly ImmutableDictionary<string, DetectionCases> Cases =
        DetectionFiles.BuiltIn().ToImmutableDictionary(file => Path.GetFileNameWithoutExtension(file.Name), Read);

    public static TheoryData<string> Ids => [.. DetectionCatalogue.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_detection_explains_itself_and_passes_its_own_tests(string id)
    {
        var detection = Find(id);

        detection.Id.ShouldBe(id);
        detection.Runbook.ShouldStartWith("https://docs.aws.amazon.com/");
        (detection.Attempts is null || detection.Attempts < detection.Severity).ShouldBeTrue();
        Cases[id].Errors.ShouldBeEmpty();
        Cases[id].Cases.ShouldContain(one => one.Matches && one.Values != null);
        foreach (var one in Cases[id].Cases)
            one.Run(detection).ShouldBeNull($"{id}: {one.Name}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_detection_advises_in_both_languages_and_cites_what_it_rests_on(string id)
    {
        var detection = Find(id);

        DetectionTexts[] languages = [detection.Texts, detection.Chinese.ShouldNotBeNull()];
        languages.ShouldAllBe(texts => texts.Response.Length > 0 && texts.FalsePositives.Length > 0);
        detection.Chinese.Title.ShouldContain(c => c >= '\u4e00' && c <= '\u9fff');
        detection.Reference.ShouldStartWith("https://docs.aws.amazon.com/");
        detection.Techniques.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_detection_that_lists_event_names_is_found_by_them(string id)
    {
        // Of several events each may match, and not reach the threshold.
        foreach (var one in Cases[id].Cases.Where(one => one.Expected is not DetectionOutcome.NotUndone
            && (one.Events.IsEmpty || one.Matches)))
        {
            Matcher.Match(one.Event).Any(match => match.Detection.Id == id).ShouldBe(one.Matches, one.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_undoing_event_ends_the_incident_of_the_act_that_it_undoes(string id)
    {
        var detection = Find(id);
        var acts = Cases[id].Cases.Where(one => one.Matches)
            .Select(one => string.Join('/', DetectionMatch.Find(detection, one.Event)!.Values)).ToHashSet(StringComparer.Ordinal);

        foreach (var one in Cases[id].Cases.Where(one => one.Expected is not DetectionOutcome.NoMatch))
        {
            var undone = Matcher.Undone(one.Event).SingleOrDefault(match => match.Detection.Id == id);
            (undone is not null).ShouldBe(one.Expected is DetectionOutcome.Undone, one.Name);
            if (undone is not null)
                acts.ShouldContain(string.Join('/', undone.Values), $"{one.Name}: no positive case has this fingerprint");
        }

        Cases[id].Cases.Any(one => one.Expected is DetectionOutcome.Undone).ShouldBe(!detection.Undone.IsEmpty);
        Cases[id].Cases.Any(one => one.Expected is DetectionOutcome.NotUndone).ShouldBe(!detection.Undone.IsEmpty);
    }

    [Fact]
    public void An_example_event_of_a_detection_is_matched_by_that_detection_alone()
    {
        // A fact of its own is that root did it, and another how many such events there were.
        string[] aboutRoot = ["root-use", "root-session-used"];
        var counting = DetectionCatalogue.All.Where(one => one.Threshold is not null).Select(one => one.Id).ToList();
        var several = Cases
            .Where(pair => !counting.Contains(pair.Key))
            .SelectMany(pair => pair.Value.Cases.Where(one => one.Matches).Select(one => (pair.Key, one)))
            .Select(pair => (pair.Key, Others: Matcher.Match(pair.one.Event).Select(match => match.Detection.Id)
                .Except([pair.Key, .. aboutRoot, .. counting], StringComparer.Ordinal).ToList()))
            .Where(pair => pair.Others.Count > 0);

        several.Select(pair => $"{pair.Key} + {string.Join(" + ", pair.Others)}").Distinct(StringComparer.Ordinal)
            // The examples of root's sessions and uses are acts of other kinds too.
            .ShouldBe(
            [
                "root-session-used + bucket-access-changed", "root-use + access-key-for-another-user",
            ],
            ignoreOrder: true);
    }

    private static Detection Find(string id) => DetectionCatalogue.All.Single(one => one.Id == id);

    private static DetectionCases Read(DetectionFile file) => DetectionCases.Parse(
        file.Tests.ShouldNotBeNull($"{file.Name} has no tests").Span,
        Find(Path.GetFileNameWithoutExtension(file.Name)));
}
