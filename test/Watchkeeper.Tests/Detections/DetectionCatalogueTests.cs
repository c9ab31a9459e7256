using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Watchkeeper.Tests.Detections.Matching;
using Xunit;

namespace Watchkeeper.Tests.Detections;

public sealed class DetectionCatalogueTests
{
    [Fact]
    public void The_index_file_is_that_of_the_detections()
    {
        var index = DetectionIndexWriter.Write(DetectionCatalogue.All, DetectionCatalogue.FileOf);
        var written = Path.Combine(AppContext.BaseDirectory, "index.json");
        File.WriteAllText(written, index);

        var file = Encoding.UTF8.GetString(DetectionCatalogue.IndexFile.Span);

        file.Equals(index, StringComparison.Ordinal).ShouldBeTrue($"copy {written} to src/Watchkeeper/Detections/index.json");
    }

    [Fact]
    public void Only_callers_refusals_and_endpoints_are_looked_for_in_events_of_every_name() =>
        DetectionCatalogue.All.Where(one => one.EventNames.IsEmpty).Select(one => one.Id).ShouldBe(
        [
            "instance-identity-used", "rights-tried-out", "root-session-used", "root-use", "vpc-endpoint-refused",
            "vpc-endpoint-used-by-foreign-account", "vpc-endpoint-used-from-public-address",
        ]);

    [Fact]
    public void The_severities_of_detections_differ_as_much_as_the_acts_do() =>
        DetectionCatalogue.All.Where(one => one.Stage is DetectionStage.On).Select(one => one.Severity).Distinct().Order()
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
