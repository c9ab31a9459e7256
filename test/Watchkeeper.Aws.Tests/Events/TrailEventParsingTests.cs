using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class TrailEventParsingTests
{
    private static DateTimeOffset Now => EventFiles.Now;

    public static TheoryData<string> Calls =>
        [.. EventFiles.Names.Where(name => name.StartsWith("trail/", StringComparison.Ordinal) && !name.Contains("insight"))];

    [Fact]
    public void A_record_says_who_did_what_from_where_and_when()
    {
        var happened = EventFiles.Happened("trail/124-trail-deletion-refused");
        happened.Api.ShouldBe("cloudtrail:DeleteTrail");
        happened.Actor.ShouldBe("arn:aws:sts::123456789012:assumed-role/shop-support/jonas");
        happened.SourceAddress.ShouldBe("203.0.113.77");
        happened.OccurredAt.ShouldBe(new DateTimeOffset(2026, 11, 17, 10, 8, 40, TimeSpan.Zero));
        (happened.Account, happened.Region, happened.Partition).ShouldBe(("123456789012", "eu-central-1", "aws"));
        Record(happened).GetProperty("requestParameters").GetProperty("name").GetString().ShouldBe("shop-trail");
    }

    [Fact]
    public void Each_event_has_one_id_however_often_it_comes()
    {
        var first = EventFiles.Happened("trail/120-trail-stopped");
        EventFiles.Happened("trail/121-trail-stopped-delivered-twice").EventId.ShouldBe(first.EventId);
        EventFiles.Happened("trail/123-trail-deleted").EventId.ShouldNotBe(first.EventId);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_bare_record_reads_like_one_in_an_envelope(string name)
    {
        var enveloped = EventFiles.Happened(name);
        var bare = TrailEvents.ReadFile(Encoding.UTF8.GetBytes(Record(enveloped).GetRawText()), Now).Single()
            .ShouldBeOfType<TrailParseResult.Happened>().Event;
        (bare with { Envelope = enveloped.Envelope }).ShouldBe(enveloped);
        foreach (var member in new[] { "source", "detail-type", "account", "region", "time" })
            bare.Envelope.GetProperty(member).GetString().ShouldBe(enveloped.Envelope.GetProperty(member).GetString(), member);
        JsonElement.DeepEquals(Record(bare), Record(enveloped)).ShouldBeTrue();
    }

    [Fact]
    public void Each_record_of_a_log_file_is_read_by_itself()
    {
        var record = Record(EventFiles.Happened("trail/120-trail-stopped")).GetRawText();
        var file = Encoding.UTF8.GetBytes($$"""{"Records":[{{record}},{"eventID":7},null,{{record}}]}""");
        var readings = TrailEvents.ReadFile(file, Now);
        readings.Select(reading => reading.GetType().Name).ShouldBe(["Happened", "Read", "Read", "Happened"]);
        readings[1].ShouldBe(new TrailParseResult.Read(
            new SignalParseResult.Rejected(new("$.Records[1].eventID", "is a number: expected the event's id"))));
        readings[2].ShouldBe(new TrailParseResult.Read(
            new SignalParseResult.Rejected(new("$.Records[2]", "is null: expected a CloudTrail record"))));
        EventShape.Detect(file).ShouldBe(EventShape.TrailLogFile);
        EventShape.Detect(Encoding.UTF8.GetBytes(record)).ShouldBe(EventShape.TrailRecord);
    }

    [Fact]
    public void A_file_may_be_an_event_or_one_record()
    {
        var payload = EventFiles.Bytes("trail/120-trail-stopped");
        TrailEvents.ReadFile(payload, Now).Single().ShouldBeOfType<TrailParseResult.Happened>();
        var record = Encoding.UTF8.GetBytes(Record(EventFiles.Happened("trail/120-trail-stopped")).GetRawText());
        TrailEvents.ReadFile(record, Now).Single().ShouldBeOfType<TrailParseResult.Happened>();
        TrailEvents.ReadFile("[]"u8.ToArray(), Now).Single().ShouldBeOfType<TrailParseResult.Read>();
    }

    [Fact]
    public void An_event_of_256_kilobytes_is_read_so_that_size_evades_no_detection()
    {
        var happened = JsonNode.Parse(EventFiles.Bytes("trail/120-trail-stopped"))!;
        happened["detail"]!["userAgent"] = new string('x', 300 * 1024);
        TrailEvents.Read(SampleAlarm.Bytes(happened), Now).ShouldBeOfType<TrailParseResult.Happened>();
        happened["detail"]!["userAgent"] = new string('x', 1024 * 1024);
        TrailEvents.Read(SampleAlarm.Bytes(happened), Now).ShouldBeOfType<TrailParseResult.Read>()
            .Result.ShouldBeOfType<SignalParseResult.Rejected>().Rejection.Path.ShouldBe("$");
    }

    [Fact]
    public void A_record_with_a_member_twice_is_rejected() =>
        TrailEvents.ReadFile("""{"eventID":"a","eventID":"b"}"""u8.ToArray(), Now).Single()
            .ShouldBeOfType<TrailParseResult.Read>()
            .Result.ShouldBeOfType<SignalParseResult.Rejected>().Rejection.Path.ShouldBe("$.eventID");

    [Fact]
    public void An_event_at_the_deepest_nesting_keeps_its_envelope()
    {
        var record = Record(EventFiles.Happened("trail/120-trail-stopped")).GetRawText();
        var deep = $"{record[..^1]},\"additionalEventData\":{new string('[', 63)}{new string(']', 63)}}}";
        var happened = TrailEvents.ReadFile(Encoding.UTF8.GetBytes(deep), Now).Single()
            .ShouldBeOfType<TrailParseResult.Happened>();
        Record(happened.Event).GetProperty("additionalEventData").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"type":"AWSAccount","principalId":"AIDA1"}""", "AIDA1")]
    [InlineData("""{"type":"AWSService","invokedBy":"s3.amazonaws.com"}""", "s3.amazonaws.com")]
    [InlineData("""{"sessionContext":{"sessionIssuer":{"arn":"arn:aws:iam::1:role/a"}}}""", "arn:aws:iam::1:role/a")]
    [InlineData("""{}""", "")]
    [InlineData("null", "")]
    [InlineData("17", "")]
    public void The_actor_is_named_by_the_best_available_member(string identity, string actor)
    {
        var happened = JsonNode.Parse(EventFiles.Bytes("trail/120-trail-stopped"))!;
        happened["detail"]!["userIdentity"] = JsonNode.Parse(identity);
        TrailEvents.Read(SampleAlarm.Bytes(happened), Now)
            .ShouldBeOfType<TrailParseResult.Happened>().Event.Actor.ShouldBe(actor);
    }

    [Fact]
    public void An_insight_is_a_signal_that_starts_and_ends()
    {
        var start = EventFiles.Signal("trail/300-call-rate-insight-start");
        var end = EventFiles.Signal("trail/301-call-rate-insight-end");
        start.Subject.Fingerprint.ShouldBe(end.Subject.Fingerprint);
        start.Subject.Fingerprint.Text.ShouldBe(
            "insight/123456789012/eu-central-1/ApiCallRateInsight/ec2.amazonaws.com/RunInstances");
        (start.Condition, end.Condition).ShouldBe((SignalCondition.Firing, SignalCondition.Resolved));
        (start.WasFiring, end.WasFiring).ShouldBe((false, true));
        start.Id.ShouldNotBe(end.Id);
        start.Reason.ShouldBe("41.2 a minute for 1 min, usually 0.0131");
        start.Subject.Labels["actor"].ShouldBe("arn:aws:iam::123456789012:user/jonas");
    }

    [Theory]
    [InlineData("AWS Console Signin via CloudTrail")]
    [InlineData("AWS Console Action via CloudTrail")]
    [InlineData("AWS Network Activity Event via CloudTrail")]
    public void The_rarer_types_of_CloudTrail_events_are_read_too(string type)
    {
        var happened = JsonNode.Parse(EventFiles.Bytes("trail/010-console-sign-in-with-mfa"))!;
        happened["detail-type"] = type;
        TrailEvents.Read(SampleAlarm.Bytes(happened), Now).ShouldBeOfType<TrailParseResult.Happened>();
    }

    private static JsonElement Record(TrailEvent trail) => trail.Envelope.GetProperty("detail");
}
