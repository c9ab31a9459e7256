using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Aws.DynamoDb;
using Xunit;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>Stream records that are no change of a row, or are unreadable.</summary>
public sealed class StreamChangesTests
{
    private const string Slot =
        """
        {
          "eventID": "1", "eventName": "MODIFY", "eventVersion": "1.1", "eventSource": "aws:dynamodb", "awsRegion": "eu-central-1",
          "dynamodb": {
            "SequenceNumber": "111", "SizeBytes": 100, "StreamViewType": "NEW_AND_OLD_IMAGES",
            "Keys": {"pk": {"S": "F#00"}, "sk": {"S": "SLOT"}},
            "NewImage": {
              "pk": {"S": "F#00"}, "sk": {"S": "SLOT"}, "z": {"N": "1"}, "f": {"S": "alarm/a"}, "v": {"N": "1"},
              "na": {"N": "1793620800.987"}, "ni": {"B": "AAAAAAAAAAAAAAAAAAAAAA=="}, "r": {"L": [{"B": "AAAAAAAAAAAAAAAAAAAAAA=="}]},
              "e": {"M": {"y": {"S": "opened"}, "e": {"S": "id"}, "r": {"N": "1793620801"}}},
              "i": {"S": "inc-0"}, "st": {"S": "open"}, "sv": {"N": "3"}, "oa": {"N": "1793620800.987"}, "c": {"N": "1"},
              "su": {"M": {"s": {"S": "alarm"}, "k": {"S": "cpu"}, "n": {"S": "a"}}}
            }
          }
        }
        """;

    [Fact]
    public void A_record_of_a_changed_slot_is_read() => Read(_ => { }).ShouldBeUnderstood().ShouldNotBeNull();

    [Theory]
    [InlineData("T#0000000001")]
    [InlineData("COOLDOWN")]
    [InlineData("HEAD")]
    [InlineData("")]
    public void A_row_that_causes_nothing_is_ignored(string sk) =>
        Read(record => record["Keys"]!["sk"]!["S"] = sk).ShouldBe(new StreamParseResult.Ignored());

    [Fact]
    public void The_expiry_of_a_row_is_ignored() => Read(
        record =>
        {
            record["OldImage"] = record["NewImage"]!.DeepClone();
            record.Remove("NewImage");
        },
        "REMOVE").ShouldBe(new StreamParseResult.Ignored());

    [Theory]
    [InlineData("NewImage", null, "$.dynamodb.NewImage")]
    [InlineData("Keys", null, "$.dynamodb.Keys.sk")]
    [InlineData("NewImage.z.N", "2", "$.dynamodb.NewImage.z")]
    [InlineData("NewImage.z", null, "$.dynamodb.NewImage.z")]
    [InlineData("NewImage.v.N", "9223372036854775808", "$.dynamodb.NewImage.v")]
    [InlineData("NewImage.na.N", "1e30", "$.dynamodb.NewImage.na")]
    [InlineData("NewImage.na", null, "$.dynamodb.NewImage.na")]
    [InlineData("NewImage.r.L[0].B", "AAAA", "$.dynamodb.NewImage.r.L[0]")]
    [InlineData("NewImage.r.L[0]", null, "$.dynamodb.NewImage.r.L[0]")]
    [InlineData("NewImage.e", null, "$.dynamodb.NewImage.e")]
    [InlineData("NewImage.e.M", null, "$.dynamodb.NewImage.e")]
    [InlineData("NewImage.e.M.y.S", "odd", "$.dynamodb.NewImage.e.M.y")]
    [InlineData("NewImage.e.M.r", null, "$.dynamodb.NewImage.e.M.r")]
    [InlineData("NewImage.st.S", "gone", "$.dynamodb.NewImage.st")]
    [InlineData("NewImage.sv.N", "5", "$.dynamodb.NewImage.sv")]
    [InlineData("NewImage.c.N", "2147483648", "$.dynamodb.NewImage.c")]
    [InlineData("NewImage.su.M.k.S", "0", "$.dynamodb.NewImage.su.M.k")]
    [InlineData("NewImage.su.M.k", null, "$.dynamodb.NewImage.su.M.k")]
    public void A_broken_record_is_reported_with_path_and_reason(string place, string? value, string path)
    {
        var rejected = Read(record => Put(record, place, value)).ShouldBeOfType<StreamParseResult.Rejected>().Rejection;

        rejected.Path.ShouldBe(path);
        rejected.Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_broken_earlier_row_is_reported_with_its_path() => Read(record =>
    {
        record["OldImage"] = record["NewImage"]!.DeepClone();
        Put(record, "OldImage.st.S", "gone");
    }).ShouldBeOfType<StreamParseResult.Rejected>().Rejection.Path.ShouldBe("$.dynamodb.OldImage.st");

    [Fact]
    public void A_missing_record_is_rejected() =>
        StreamChanges.Read(null!).ShouldBeOfType<StreamParseResult.Rejected>().Rejection.Path.ShouldBe("$.dynamodb");

    private static StreamParseResult Read(Action<JsonObject> change, string eventName = "MODIFY")
    {
        var record = JsonNode.Parse(Slot)!.AsObject();
        record["eventName"] = eventName;
        change(record["dynamodb"]!.AsObject());
        return StreamChanges.Read(StreamRecords.ToEvent(record.ToJsonString()));
    }

    private static void Put(JsonObject record, string place, string? value)
    {
        var path = place.Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
        JsonNode at = record;
        foreach (var step in path[..^1])
            at = at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!;
        if (at is JsonArray array)
            array[0] = value is null ? new JsonObject() : JsonValue.Create(value);
        else if (value is null)
            at.AsObject().Remove(path[^1]);
        else
            at[path[^1]] = value;
    }
}
