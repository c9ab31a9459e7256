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
        var bare = Read(Encoding.UTF8.GetBytes(Record(enveloped).GetRawText()));
        (bare with { Envelope = enveloped.Envelope }).ShouldBe(enveloped);
        foreach (var member in new[] { "source", "detail-type", "account", "region", "time" })
            bare.Envelope.GetProperty(member).GetString().ShouldBe(enveloped.Envelope.GetProperty(member).GetString(), member);
        JsonNode.DeepEquals(WithoutNulls(Record(bare)), WithoutNulls(Record(enveloped))).ShouldBeTrue();
    }

    [Fact]
    public void A_log_file_is_told_from_a_record()
    {
        var record = Record(EventFiles.Happened("trail/120-trail-stopped")).GetRawText();
        EventShape.Detect(Encoding.UTF8.GetBytes($$"""{"Records":[{{record}}]}""")).ShouldBe(EventShape.TrailLogFile);
        EventShape.Detect(Encoding.UTF8.GetBytes(record)).ShouldBe(EventShape.TrailRecord);
    }

    [Theory]
    [InlineData("""{"eventID":7,"eventName":"A"}""", "$.Records[1].eventID", "is a number: expected the event's id")]
    [InlineData("null", "$.Records[1]", "is null: expected a CloudTrail record")]
    [InlineData("[]", "$.Records[1]", "is an array: expected a CloudTrail record")]
    [InlineData("{}", "$.Records[1].eventID", "is missing: expected the event's id")]
    public void A_record_that_is_none_is_rejected_with_its_place(string json, string path, string reason) =>
        TrailEvents.ReadRecord(Encoding.UTF8.GetBytes(json), "$.Records[1]", Now)
            .ShouldBe(new TrailParseResult.Read(new SignalParseResult.Rejected(new(path, reason))));

    [Fact]
    public void A_record_may_be_an_event_of_EventBridge_or_of_a_lookup()
    {
        var whole = Read(EventFiles.Bytes("trail/120-trail-stopped"));
        var record = Record(EventFiles.Happened("trail/120-trail-stopped")).GetRawText();
        var found = Read(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { EventId = "e", CloudTrailEvent = record })));

        (found with { Envelope = whole.Envelope }).ShouldBe(whole);
    }

    [Theory]
    [InlineData("2026-11-17 19:42:55")]
    [InlineData("2026-11-17 19:42:55.000")]
    [InlineData("2026-11-17 19:42:55.000 UTC")]
    [InlineData("2026-11-17 19:42:55.000000000")]
    [InlineData("2026-11-17 19:42:55 +00:00")]
    [InlineData("2026-11-17T19:42:55")]
    public void A_time_without_a_zone_is_UTC_in_a_file_alone(string time)
    {
        var happened = JsonNode.Parse(EventFiles.Bytes("trail/120-trail-stopped"))!;
        happened["detail"]!["eventTime"] = time;

        Read(SampleAlarm.Bytes(happened["detail"]!)).OccurredAt
            .ShouldBe(new DateTimeOffset(2026, 11, 17, 19, 42, 55, TimeSpan.Zero));
        TrailEvents.Read(SampleAlarm.Bytes(happened), Now).ShouldBeOfType<TrailParseResult.Read>();
    }

    [Fact]
    public void A_record_without_an_id_gets_one_that_its_content_decides()
    {
        var record = JsonNode.Parse(EventFiles.Bytes("trail/120-trail-stopped"))!["detail"]!;
        record["eventID"] = null;
        var id = Read(SampleAlarm.Bytes(record)).EventId;

        Read(SampleAlarm.Bytes(record)).EventId.ShouldBe(id);
        record["awsRegion"] = "us-east-1";
        Read(SampleAlarm.Bytes(record)).EventId.ShouldNotBe(id);
    }

    [Fact]
    public void What_an_export_made_null_or_a_text_is_absent_or_an_object_again()
    {
        var record = JsonNode.Parse(EventFiles.Bytes("trail/120-trail-stopped"))!["detail"]!;
        var parameters = record["requestParameters"]!.ToJsonString();
        record["requestParameters"] = parameters;
        record["responseElements"] = "{no JSON";
        record["errorCode"] = null;
        record["userIdentity"]!["invokedBy"] = null;
        record["additionalEventData"] = new JsonObject { ["list"] = new JsonArray(1, null) };

        var restored = Record(Read(SampleAlarm.Bytes(record)));

        restored.GetProperty("requestParameters").GetRawText().ShouldBe(parameters);
        restored.GetProperty("responseElements").GetString().ShouldBe("{no JSON");
        restored.TryGetProperty("errorCode", out _).ShouldBeFalse();
        restored.GetProperty("userIdentity").TryGetProperty("invokedBy", out _).ShouldBeFalse();
        restored.GetProperty("additionalEventData").GetRawText().ShouldBe("""{"list":[1,null]}""");
    }

    [Fact]
    public void A_record_from_the_columns_of_a_table_has_its_names_again()
    {
        var record = JsonNode.Parse(EventFiles.Bytes("trail/120-trail-stopped"))!["detail"]!;
        var whole = Read(SampleAlarm.Bytes(record));
        var parameters = record["requestParameters"]!.ToJsonString();
        var columns = (JsonObject)LowerCase(record)!;
        columns["requestparameters"] = parameters;
        columns["eventtime"] = record["eventTime"]!.GetValue<string>().Replace('T', ' ').TrimEnd('Z');

        var read = Read(SampleAlarm.Bytes(columns));

        (read with { Envelope = whole.Envelope }).ShouldBe(whole);
        Record(read).GetProperty("requestParameters").GetRawText().ShouldBe(parameters);
        Record(read).GetProperty("userIdentity").GetProperty("accountId").GetString().ShouldBe("123456789012");

        columns.Remove("eventid");
        Read(SampleAlarm.Bytes(columns)).EventId.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_digest_is_no_event() =>
        TrailEvents.ReadRecord("""{"awsAccountId":"1","digestS3Bucket":"b","logFiles":[]}"""u8, "$", Now).ShouldBeNull();

    [Theory]
    [InlineData(61, true)]
    [InlineData(62, true)]
    [InlineData(63, false)]
    [InlineData(100_000, false)]
    public void An_object_in_a_text_that_would_nest_too_deep_stays_a_text(int depth, bool isObject)
    {
        var record = JsonNode.Parse(EventFiles.Bytes("trail/120-trail-stopped"))!["detail"]!;
        record["requestParameters"] = $$"""{"a":{{new string('[', depth)}}{{new string(']', depth)}}}""";

        Record(Read(SampleAlarm.Bytes(record))).GetProperty("requestParameters").ValueKind
            .ShouldBe(isObject ? JsonValueKind.Object : JsonValueKind.String);
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
        TrailEvents.ReadRecord("""{"eventID":"a","eventID":"b"}"""u8, "$", Now)
            .ShouldBeOfType<TrailParseResult.Read>()
            .Result.ShouldBeOfType<SignalParseResult.Rejected>().Rejection.Path.ShouldBe("$.eventID");

    [Fact]
    public void An_event_at_the_deepest_nesting_keeps_its_envelope()
    {
        var record = Record(EventFiles.Happened("trail/120-trail-stopped")).GetRawText();
        var deep = $"{record[..^1]},\"additionalEventData\":{new string('[', 63)}{new string(']', 63)}}}";
        Record(Read(Encoding.UTF8.GetBytes(deep))).GetProperty("additionalEventData").GetArrayLength().ShouldBe(1);
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

    private static JsonNode? LowerCase(JsonNode? node) => node is JsonObject members
        ? new JsonObject(members.Select(member =>
            KeyValuePair.Create(member.Key.ToLowerInvariant(), LowerCase(member.Value))))
        : node?.DeepClone();

    private static JsonNode? WithoutNulls(JsonElement element) => element.ValueKind is JsonValueKind.Object
        ? new JsonObject(element.EnumerateObject()
            .Where(member => member.Value.ValueKind is not JsonValueKind.Null)
            .Select(member => KeyValuePair.Create(member.Name, WithoutNulls(member.Value))))
        : JsonNode.Parse(element.GetRawText());

    private static JsonElement Record(TrailEvent trail) => trail.Envelope.GetProperty("detail");

    private static TrailEvent Read(ReadOnlySpan<byte> record) =>
        TrailEvents.ReadRecord(record, "$", Now).ShouldBeOfType<TrailParseResult.Happened>().Event;
}
