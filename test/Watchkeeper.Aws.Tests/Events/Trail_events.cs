using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class Trail_events
{
    private static DateTimeOffset Now => EventFiles.Now;

    public static TheoryData<string> Calls =>
        [.. EventFiles.Names.Where(name => name.StartsWith("trail/", StringComparison.Ordinal) && !name.Contains("insight"))];

    [Fact]
    public void Tell_who_did_what_from_where_and_when()
    {
        var happened = EventFiles.Happened("trail/124-trail-deletion-refused");
        happened.Api.ShouldBe("cloudtrail:DeleteTrail");
        happened.DetailType.ShouldBe("AWS API Call via CloudTrail");
        happened.Actor.ShouldBe("arn:aws:sts::123456789012:assumed-role/shop-support/jonas");
        happened.ActorType.ShouldBe("AssumedRole");
        happened.SourceAddress.ShouldBe("203.0.113.77");
        happened.UserAgent.ShouldStartWith("aws-cli/");
        happened.ErrorCode.ShouldBe("AccessDenied");
        happened.ErrorMessage.ShouldContain("is not authorized to perform: cloudtrail:DeleteTrail");
        happened.OccurredAt.ShouldBe(new DateTimeOffset(2026, 11, 17, 10, 8, 40, TimeSpan.Zero));
        (happened.Account, happened.Region, happened.Partition).ShouldBe(("123456789012", "eu-central-1", "aws"));
        happened.Record.GetProperty("requestParameters").GetProperty("name").GetString().ShouldBe("shop-trail");
    }

    [Fact]
    public void List_the_resources_of_the_record() =>
        EventFiles.Happened("trail/140-bucket-policy-made-public").Resources.ShouldBe(["arn:aws:s3:::shop-order-exports"]);

    [Fact]
    public void Have_one_signal_id_for_each_event_however_often_it_comes()
    {
        var first = EventFiles.Happened("trail/120-trail-stopped");
        EventFiles.Happened("trail/121-trail-stopped-delivered-twice").SignalId.ShouldBe(first.SignalId);
        EventFiles.Happened("trail/123-trail-deleted").SignalId.ShouldNotBe(first.SignalId);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Are_the_same_from_a_bare_record_as_from_an_envelope(string name)
    {
        var enveloped = EventFiles.Happened(name);
        var bare = TrailEvents.FromRecord(enveloped.Record, Now).ShouldBeOfType<TrailParseResult.Happened>().Event;
        (bare with { Envelope = enveloped.Envelope, Resources = enveloped.Resources }).ShouldBe(enveloped);
        bare.Resources.ShouldBe(enveloped.Resources);
        foreach (var member in new[] { "source", "detail-type", "account", "region", "time" })
            bare.Envelope.GetProperty(member).GetString().ShouldBe(enveloped.Envelope.GetProperty(member).GetString(), member);
        JsonElement.DeepEquals(bare.Record, enveloped.Record).ShouldBeTrue();
    }

    [Fact]
    public void Of_a_log_file_are_read_each_by_itself()
    {
        var record = EventFiles.Happened("trail/120-trail-stopped").Record.GetRawText();
        var file = Encoding.UTF8.GetBytes($$"""{"Records":[{{record}},{"eventID":7},null,{{record}}]}""");
        var readings = TrailEvents.ReadFile(file, Now);
        readings.Select(reading => reading.GetType().Name).ShouldBe(["Happened", "Read", "Read", "Happened"]);
        readings[1].ShouldBe(new TrailParseResult.Read(
            new SignalParseResult.Rejected(new("$.Records[1].eventID", "is a number: expected the event's id"))));
        readings[2].ShouldBe(new TrailParseResult.Read(
            new SignalParseResult.Rejected(new("$.Records[2]", "is null: expected a CloudTrail record"))));
        EventShape.Of(file).ShouldBe(EventShape.TrailLogFile);
        EventShape.Of(Encoding.UTF8.GetBytes(record)).ShouldBe(EventShape.TrailRecord);
    }

    [Fact]
    public void Of_a_file_may_be_an_event_or_one_record()
    {
        var payload = EventFiles.Bytes("trail/120-trail-stopped");
        TrailEvents.ReadFile(payload, Now).Single().ShouldBeOfType<TrailParseResult.Happened>();
        var record = Encoding.UTF8.GetBytes(EventFiles.Happened("trail/120-trail-stopped").Record.GetRawText());
        TrailEvents.ReadFile(record, Now).Single().ShouldBeOfType<TrailParseResult.Happened>();
        TrailEvents.ReadFile("[]"u8.ToArray(), Now).Single().ShouldBeOfType<TrailParseResult.Read>();
    }

    [Fact]
    public void Are_read_at_256_kilobytes_so_that_size_is_no_way_around_a_detection()
    {
        var happened = JsonNode.Parse(EventFiles.Bytes("trail/120-trail-stopped"))!;
        happened["detail"]!["userAgent"] = new string('x', 300 * 1024);
        TrailEvents.Read(SampleAlarm.Bytes(happened), Now).ShouldBeOfType<TrailParseResult.Happened>();
        happened["detail"]!["userAgent"] = new string('x', 1024 * 1024);
        TrailEvents.Read(SampleAlarm.Bytes(happened), Now).ShouldBeOfType<TrailParseResult.Read>()
            .Result.ShouldBeOfType<SignalParseResult.Rejected>().Rejection.Path.ShouldBe("$");
    }

    [Fact]
    public void From_a_careless_parser_are_rejected_as_strictly()
    {
        using var careless = JsonDocument.Parse("""{"eventID":"a","eventID":"b"}""");
        TrailEvents.FromRecord(careless.RootElement, Now).ShouldBeOfType<TrailParseResult.Read>()
            .Result.ShouldBeOfType<SignalParseResult.Rejected>().Rejection.Path.ShouldBe("$.eventID");
        TrailEvents.FromRecord(default, Now).ShouldBeOfType<TrailParseResult.Read>();
    }

    [Fact]
    public void Nested_as_deep_as_is_allowed_keep_their_envelope()
    {
        var record = EventFiles.Happened("trail/120-trail-stopped").Record.GetRawText();
        var deep = $"{record[..^1]},\"additionalEventData\":{new string('[', 63)}{new string(']', 63)}}}";
        var happened = TrailEvents.ReadFile(Encoding.UTF8.GetBytes(deep), Now).Single().ShouldBeOfType<TrailParseResult.Happened>();
        happened.Event.Record.GetProperty("additionalEventData").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"type":"AWSAccount","principalId":"AIDA1"}""", "AIDA1")]
    [InlineData("""{"type":"AWSService","invokedBy":"s3.amazonaws.com"}""", "s3.amazonaws.com")]
    [InlineData("""{"sessionContext":{"sessionIssuer":{"arn":"arn:aws:iam::1:role/a"}}}""", "arn:aws:iam::1:role/a")]
    [InlineData("""{}""", "")]
    [InlineData("null", "")]
    [InlineData("17", "")]
    public void Name_the_actor_by_what_there_is(string identity, string actor)
    {
        var happened = JsonNode.Parse(EventFiles.Bytes("trail/120-trail-stopped"))!;
        happened["detail"]!["userIdentity"] = JsonNode.Parse(identity);
        TrailEvents.Read(SampleAlarm.Bytes(happened), Now).ShouldBeOfType<TrailParseResult.Happened>().Event.Actor.ShouldBe(actor);
    }

    [Fact]
    public void Of_kind_insight_are_signals_that_start_and_end()
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
    public void Of_CloudTrails_rarer_types_are_read_too(string type)
    {
        var happened = JsonNode.Parse(EventFiles.Bytes("trail/010-console-sign-in-with-mfa"))!;
        happened["detail-type"] = type;
        TrailEvents.Read(SampleAlarm.Bytes(happened), Now).ShouldBeOfType<TrailParseResult.Happened>();
    }
}
