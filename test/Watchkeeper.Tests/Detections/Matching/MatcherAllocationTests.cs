using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections;
using Xunit;

namespace Watchkeeper.Tests.Detections.Matching;

public sealed class MatcherAllocationTests
{
    private const string Record =
        """
        {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::123456789012:assumed-role/deploy/ci"},
        "eventTime":"2026-11-17T08:14:58Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances",
        "awsRegion":"eu-central-1","sourceIPAddress":"192.0.2.10","userAgent":"aws-cli/2 \"quoted\"","eventType":"AwsApiCall",
        "requestParameters":{"instancesSet":{"items":[{"instanceId":"i-1"},{"instanceId":"i-2"}]},"filterSet":{"a.b":[[1],null]}},
        "readOnly":true}
        """;

    [Fact]
    public void An_event_that_no_detection_concerns_allocates_nothing()
    {
        var matcher = new DetectionMatcher(DetectionCatalogue.All);
        var record = Encoding.UTF8.GetBytes(Record);
        byte[] json = [.. "{\"source\":\"aws.ec2\",\"detail\":"u8, .. record, .. "}"u8];
        var element = JsonElement.Parse(json);
        var trail = Sample(element);

        Allocated(() => matcher.MayMatch(json)).ShouldBe(0);
        Allocated(() => matcher.MayMatchRecord(record)).ShouldBe(0);
        Allocated(() => !matcher.Match(element).IsEmpty).ShouldBe(0);
        Allocated(() => !matcher.Signals(trail).IsEmpty).ShouldBe(0);
    }

    [Fact]
    public void An_event_that_a_detection_matches_is_seen_to_allocate()
    {
        var matcher = new DetectionMatcher(DetectionCatalogue.All);
        var element = JsonElement.Parse(
            """{"detail":{"eventSource":"cloudtrail.amazonaws.com","eventName":"StopLogging"}}""");

        var before = GC.GetAllocatedBytesForCurrentThread();

        matcher.Match(element).ShouldNotBeEmpty();
        GC.GetAllocatedBytesForCurrentThread().ShouldBeGreaterThan(before);
    }

    // The first call loads code and the thread's working memory.
    private static long Allocated(Func<bool> hasFound)
    {
        hasFound().ShouldBeFalse();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
            _ = hasFound();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static TrailEvent Sample(JsonElement json) => new()
    {
        Envelope = json,
        EventId = "e-1",
        Api = "ec2:DescribeInstances",
        OccurredAt = DateTimeOffset.UnixEpoch,
        Account = "123456789012",
        Region = "eu-central-1",
        Actor = "a",
        SourceAddress = "192.0.2.10",
    };
}
