using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Detections;

public sealed class DetectionCatalogueTests
{
    public static TheoryData<string> Ids => [.. DetectionCatalogue.Ids];

    [Fact]
    public void Every_file_is_in_the_catalogue_and_every_id_has_its_file()
    {
        var files = typeof(DetectionCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Watchkeeper.Detections.Rules.", StringComparison.Ordinal))
            .Select(name => name["Watchkeeper.Detections.Rules.".Length..^".json".Length]);

        DetectionCatalogue.Ids.ShouldBe(files, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_detection_explains_itself_and_passes_its_own_tests(string id)
    {
        var parsed = DetectionParser.Parse(DetectionCatalogue.FileOf(id).Span);

        parsed.Errors.ShouldBeEmpty();
        var detection = parsed.Detection.ShouldNotBeNull();
        detection.Id.ShouldBe(id);
        detection.Runbook.ShouldStartWith("https://docs.aws.amazon.com/");
        detection.Cases.ShouldContain(one => one.Matches && one.Values != null);
        detection.Cases.ShouldContain(one => !one.Matches);
        (detection.Attempts is null || detection.Attempts < detection.Severity).ShouldBeTrue();
        foreach (var one in detection.Cases)
            one.Run(detection).ShouldBeNull($"{id}: {one.Name}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_detection_that_lists_event_names_is_found_by_them(string id)
    {
        var matcher = new DetectionMatcher(DetectionCatalogue.All);
        var detection = DetectionCatalogue.All.Single(one => one.Id == id);

        foreach (var one in detection.Cases.Where(one => one.Expected is not DetectionOutcome.NotUndone))
            matcher.Match(one.Event).Any(match => match.Detection.Id == id).ShouldBe(one.Matches, one.Name);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_undoing_event_ends_the_incident_of_the_act_that_it_undoes(string id)
    {
        var matcher = new DetectionMatcher(DetectionCatalogue.All);
        var detection = DetectionCatalogue.All.Single(one => one.Id == id);
        var acts = detection.Cases.Where(one => one.Matches)
            .Select(one => string.Join('/', DetectionMatch.Find(detection, one.Event)!.Values)).ToHashSet(StringComparer.Ordinal);

        foreach (var one in detection.Cases.Where(one => one.Expected is not DetectionOutcome.NoMatch))
        {
            var undone = matcher.Undone(one.Event).SingleOrDefault(match => match.Detection.Id == id);
            (undone is not null).ShouldBe(one.Expected is DetectionOutcome.Undone, one.Name);
            if (undone is not null)
                acts.ShouldContain(string.Join('/', undone.Values), $"{one.Name}: no positive case has this fingerprint");
        }

        detection.Cases.Any(one => one.Expected is DetectionOutcome.Undone).ShouldBe(!detection.Undone.IsEmpty);
        detection.Cases.Any(one => one.Expected is DetectionOutcome.NotUndone).ShouldBe(!detection.Undone.IsEmpty);
    }

    [Fact]
    public void Only_acts_of_the_root_user_are_looked_for_in_events_of_every_name() =>
        DetectionCatalogue.All.Where(one => one.EventNames.IsEmpty).Select(one => one.Id)
            .ShouldBe(["root-use", "root-session-used"]);

    [Fact]
    public void An_example_event_of_a_detection_is_matched_by_that_detection_alone()
    {
        var matcher = new DetectionMatcher(DetectionCatalogue.All);

        var several = DetectionCatalogue.All
            .SelectMany(detection => detection.Cases.Where(one => one.Matches))
            .Select(one => string.Join(
                '+', matcher.Match(one.Event).Select(match => match.Detection.Id).Order(StringComparer.Ordinal)))
            .Where(ids => ids.Contains('+', StringComparison.Ordinal));

        // Another detection also reports every act of root.
        several.Distinct(StringComparer.Ordinal)
            .ShouldBe(["console-sign-in-without-mfa+root-use", "access-key-for-another-user+root-use"], ignoreOrder: true);
    }

    [Fact]
    public void The_severities_of_detections_differ_as_much_as_the_acts_do() =>
        DetectionCatalogue.All.Select(one => one.Severity).Distinct().Order()
            .ShouldBe([Severity.Low, Severity.Medium, Severity.High, Severity.Critical]);

    [Theory]
    [InlineData(
        """{"detail":{"eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","userIdentity":{"type":"IAMUser"}}}""")]
    [InlineData("""{"detail":"""
        + """{"eventSource":"ec2.amazonaws.com","eventName":"RunInstances","errorCode":"Client.UnauthorizedOperation"}}""")]
    [InlineData("""{"detail":{}}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("null")]
    public void An_everyday_event_matches_no_detection(string json) =>
        new DetectionMatcher(DetectionCatalogue.All).Match(JsonElement.Parse(json)).ShouldBeEmpty();
}
