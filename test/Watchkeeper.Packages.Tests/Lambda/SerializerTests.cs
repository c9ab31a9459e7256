using System.Text;
using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;
using Shouldly;
using Xunit;

namespace Watchkeeper.Packages.Tests.Lambda;

public sealed class SerializerTests
{
    private readonly SourceGeneratorLambdaJsonSerializer<LambdaTestJson> json = new();

    [Theory]
    [InlineData("\"2026-11-24T07:00:00Z\"", "2026-11-24T07:00:00")]
    [InlineData("1795503600", "2026-11-24T07:00:00")]
    [InlineData("1795503600.25", "2026-11-24T07:00:00.25")]
    [InlineData("1.7955036E9", "2026-11-24T07:00:00")]
    [InlineData("1795503600250", "2026-11-24T07:00:00.25")]
    public void Times_are_text_or_seconds_or_milliseconds(string written, string time) =>
        Read<Parcel>($$"""{"sent":{{written}}}""").Sent.ShouldBe(
            DateTime.Parse(
                time, System.Globalization.CultureInfo.InvariantCulture,
                System.Globalization.DateTimeStyles.AssumeUniversal).ToUniversalTime());

    [Theory]
    [InlineData("true")]
    [InlineData("\"yesterday\"")]
    public void Any_other_value_is_no_time(string written) =>
        Should.Throw<JsonSerializerException>(() => Read<Parcel>($$"""{"sent":{{written}}}"""));

    [Theory]
    [InlineData("[1,2,255]")]
    [InlineData("\"AQL/\"")]
    public void Bytes_are_read_from_numbers_or_base64(string written) =>
        Read<Parcel>($$"""{"label":{{written}}}""").Label.ShouldBe([1, 2, 255]);

    [Theory]
    [InlineData("[1,256]")]
    [InlineData("\"~\"")]
    public void A_value_that_is_no_bytes_is_refused(string written) =>
        Should.Throw<JsonSerializerException>(() => Read<Parcel>($$"""{"label":{{written}}}"""));

    [Theory]
    [InlineData("[1,\"2\",2]")]
    [InlineData("[null,1,2,true]")]
    public void A_value_among_bytes_that_is_no_number_is_skipped(string written) =>
        Read<Parcel>($$"""{"label":{{written}}}""").Label.ShouldBe([1, 2]);

    [Fact]
    public void Bytes_are_written_as_numbers_and_streams_as_base64_and_nulls_are_omitted()
    {
        using var photo = new MemoryStream([1, 2, 3]);

        Write(new Parcel([1, 255], photo, DateTime.UnixEpoch, null))
            .ShouldBe("""{"Label":[1,255],"Photo":"AQID","Sent":"1970-01-01T00:00:00Z"}""");
    }

    [Fact]
    public void Names_are_read_in_any_case() => Read<Order>("""{"ID":"7"}""").Id.ShouldBe("7");

    [Fact]
    public void Text_is_written_unescaped() => Write(new Order("表 <é>")).ShouldBe("""{"Id":"表 <é>"}""");

    [Fact]
    public void Null_is_written_as_null() => Write<Order>(null!).ShouldBe("null");

    [Fact]
    public void The_settings_can_be_changed()
    {
        var camel = new SourceGeneratorLambdaJsonSerializer<LambdaTestJson>(
            options => options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);
        using var stream = new MemoryStream();
        camel.Serialize(new Order("7"), stream);

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("""{"id":"7"}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"id":7}""")]
    public void A_payload_of_another_type_is_reported_with_the_name_of_the_type(string payload) =>
        Should.Throw<JsonSerializerException>(() => Read<Order>(payload)).Message.ShouldContain(typeof(Order).FullName!);

    [Fact]
    public void A_type_that_the_context_does_not_know_is_refused() =>
        Should.Throw<JsonSerializerException>(() => Read<Version>("{}")).Message.ShouldContain("System.Version");

    [Fact]
    public void A_stream_that_cannot_seek_is_read()
    {
        using var stream = new BufferedStream(new MemoryStream("""{"id":"7"}"""u8.ToArray()));

        json.Deserialize<Order>(stream).Id.ShouldBe("7");
    }

    [Fact]
    public void Reflection_reads_and_writes_the_same()
    {
        var reflecting = new DefaultLambdaJsonSerializer();
        using var stream = new MemoryStream();
        reflecting.Serialize(new Order("7"), stream);

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("""{"Id":"7"}""");
        reflecting.Deserialize<Order>(stream).Id.ShouldBe("7");
    }

    [Theory]
    [InlineData("XAmzId2", "x-amz-id-2")]
    [InlineData("XAmzRequestId", "x-amz-request-id")]
    [InlineData("EventName", "EventName")]
    public void Two_headers_of_S3_keep_their_own_names(string property, string name) =>
        new AwsNamingPolicy().ConvertName(property).ShouldBe(name);

    [Fact]
    public void All_other_names_follow_the_given_policy() =>
        new AwsNamingPolicy(JsonNamingPolicy.CamelCase).ConvertName("EventName").ShouldBe("eventName");

    private T Read<T>(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return json.Deserialize<T>(stream);
    }

    private string Write<T>(T value)
    {
        using var stream = new MemoryStream();
        json.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
