using System.Text;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Shouldly;
using Xunit;
using static Amazon.Lambda.DynamoDBEvents.DynamoDBEvent;

namespace Watchkeeper.Packages.Tests.Lambda.Events;

public sealed class DynamoDBEventTests
{
    private const string Batch =
        """
        {"Records":[
          {"eventID":"c4ca4238a0b923820dcc509a6f75849b","eventName":"MODIFY","eventVersion":"1.1","eventSource":"aws:dynamodb",
           "awsRegion":"eu-west-1","eventSourceARN":"arn:aws:dynamodb:eu-west-1:111122223333:table/t/stream/2026-11-24T00:00:00.000",
           "dynamodb":{"ApproximateCreationDateTime":1795500000,"SequenceNumber":"4421584500000000017450439091","SizeBytes":26,
            "StreamViewType":"NEW_AND_OLD_IMAGES","Keys":{"pk":{"S":"F#1"},"sk":{"S":"SLOT"}},
            "OldImage":{"v":{"N":"1"}},
            "NewImage":{"v":{"N":"2"},"open":{"BOOL":true},"none":{"NULL":true},"bin":{"B":"AQID"},"tags":{"SS":["a","b"]},
             "sizes":{"NS":["1","2.5"]},"blobs":{"BS":["AQ==","Ag=="]},"list":{"L":[{"S":"x"},{"N":"3"}]},"map":{"M":{"k":{"S":"y"}}}}}},
          {"eventID":"2","eventName":"REMOVE","userIdentity":{"type":"Service","principalId":"dynamodb.amazonaws.com"},
           "dynamodb":{"ApproximateCreationDateTime":1.7955E9,"SequenceNumber":"4421584500000000017450439092"}}]}
        """;

    private readonly SourceGeneratorLambdaJsonSerializer<LambdaTestJson> json = new();
    private readonly DynamoDBEvent read;

    public DynamoDBEventTests()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Batch));
        read = json.Deserialize<DynamoDBEvent>(stream);
    }

    [Fact]
    public void A_record_is_read()
    {
        var record = read.Records[0];
        record.EventID.ShouldBe("c4ca4238a0b923820dcc509a6f75849b");
        record.EventName.ShouldBe("MODIFY");
        record.EventVersion.ShouldBe("1.1");
        record.EventSource.ShouldBe("aws:dynamodb");
        record.AwsRegion.ShouldBe("eu-west-1");
        record.EventSourceArn.ShouldStartWith("arn:aws:dynamodb:eu-west-1:111122223333:table/t/stream/");
        record.UserIdentity.ShouldBeNull();
        record.Dynamodb.ApproximateCreationDateTime.ShouldBe(DateTime.UnixEpoch.AddSeconds(1_795_500_000));
        record.Dynamodb.SequenceNumber.ShouldBe("4421584500000000017450439091");
        record.Dynamodb.SizeBytes.ShouldBe(26);
        record.Dynamodb.StreamViewType.ShouldBe("NEW_AND_OLD_IMAGES");
        record.Dynamodb.Keys["pk"].S.ShouldBe("F#1");
        record.Dynamodb.OldImage["v"].N.ShouldBe("1");
    }

    [Fact]
    public void Every_type_of_value_is_read()
    {
        var image = read.Records[0].Dynamodb.NewImage;
        image["v"].N.ShouldBe("2");
        image["open"].BOOL.ShouldBe(true);
        image["none"].NULL.ShouldBe(true);
        image["bin"].B.ToArray().ShouldBe([1, 2, 3]);
        image["tags"].SS.ShouldBe(["a", "b"]);
        image["sizes"].NS.ShouldBe(["1", "2.5"]);
        image["blobs"].BS.Select(one => one.ToArray()[0]).ShouldBe([(byte)1, (byte)2]);
        image["list"].L.Select(one => one.S ?? one.N).ShouldBe(["x", "3"]);
        image["map"].M["k"].S.ShouldBe("y");
        image["v"].BOOL.ShouldBeNull();
        image["v"].S.ShouldBeNull();
    }

    [Fact]
    public void A_removal_by_time_to_live_says_so()
    {
        var record = read.Records[1];
        record.UserIdentity.Type.ShouldBe("Service");
        record.UserIdentity.PrincipalId.ShouldBe("dynamodb.amazonaws.com");
        record.Dynamodb.NewImage.ShouldBeNull();
        record.Dynamodb.ApproximateCreationDateTime.ShouldBe(DateTime.UnixEpoch.AddSeconds(1_795_500_000));
    }

    [Fact]
    public void An_item_becomes_plain_JSON()
    {
        read.Records[0].Dynamodb.NewImage.ToJson().ShouldBe(
            """{"v":2,"open":true,"none":null,"bin":"AQID","tags":["a","b"],"sizes":[1,2.5],"blobs":["AQ==","Ag=="],"list":"""
                + """["x",3],"map":{"k":"y"}}""");
        read.Records[0].Dynamodb.Keys.ToJsonPretty().ShouldBe("{\n  \"pk\": \"F#1\",\n  \"sk\": \"SLOT\"\n}");
    }

    [Fact]
    public void A_missing_item_is_an_empty_object()
    {
        ((Dictionary<string, AttributeValue>)null!).ToJson().ShouldBe("{}");
        new Dictionary<string, AttributeValue>(StringComparer.Ordinal).ToJson().ShouldBe("{}");
        new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { ["a"] = new() }.ToJson().ShouldBe("""{"a":null}""");
    }

    [Fact]
    public void The_failures_of_a_batch_are_written_as_Lambda_reads_them()
    {
        using var stream = new MemoryStream();
        json.Serialize(
            new StreamsEventResponse { BatchItemFailures = [new() { ItemIdentifier = "4421584500000000017450439092" }] }, stream);

        Encoding.UTF8.GetString(stream.ToArray())
            .ShouldBe("""{"batchItemFailures":[{"itemIdentifier":"4421584500000000017450439092"}]}""");
    }

    [Fact]
    public void A_batch_without_failures_is_an_empty_list()
    {
        using var stream = new MemoryStream();
        json.Serialize(new StreamsEventResponse { BatchItemFailures = [] }, stream);

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("""{"batchItemFailures":[]}""");
    }
}
