using System.Text;
using Shouldly;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class BrokenJsonTests
{
    private static readonly string Good = new SampleAlarm().Event().ToJsonString();

    [Theory]
    [InlineData("\"alarmName\":\"x\\ud800\"", "$.detail.alarmName", "half a surrogate pair")]
    [InlineData("\"alarmName\":\"\\udc00\\ud800\"", "$.detail.alarmName", "half a surrogate pair")]
    [InlineData("\"alarmName\":\"\\ud83d\\ud83d\\ude00\"", "$.detail.alarmName", "half a surrogate pair")]
    [InlineData("\"a\\ud800b\":1,\"alarmName\":\"x\"", "$.detail", "half a surrogate pair")]
    [InlineData("\"alarmName\":\"x\",\"alarmName\":\"x\"", "$.detail.alarmName", "Duplicate")]
    [InlineData("\"alarmName\":\"x\",\"\\u0061larmName\":\"y\"", "$.detail.alarmName", "Duplicate")]
    [InlineData("\"alarmName\":01", "$.detail.alarmName", "not valid JSON")]
    [InlineData("\"alarmName\":NaN", "$.detail.alarmName", "not valid JSON")]
    [InlineData("\"alarmName\":\"a\u0000b\"", "$.detail.alarmName", "not valid JSON")]
    [InlineData("\"alarmName\":\"\\u00\"", "$.detail.alarmName", "not valid JSON")]
    [InlineData("\"alarmName\":'x'", "$.detail.alarmName", "not valid JSON")]
    [InlineData("\"alarmName\":\"x\",}", "$.detail.alarmName", "not valid JSON")]
    [InlineData("/* c */ \"alarmName\":\"x\"", "$.detail", "not valid JSON")]
    [InlineData("\"alarmName\":1e999", "$.detail.alarmName", "is a number: expected the alarm's name")]
    [InlineData("\"alarmName\":{}", "$.detail.alarmName", "is an object: expected the alarm's name")]
    [InlineData("\"alarmName\":[\"x\"]", "$.detail.alarmName", "is an array: expected the alarm's name")]
    [InlineData("\"alarmName\":false", "$.detail.alarmName", "is a boolean: expected the alarm's name")]
    [InlineData("\"alarmName\":\"\"", "$.detail.alarmName", "is empty: expected the alarm's name")]
    public void Broken_JSON_is_rejected_with_path_and_reason(string member, string path, string reason)
    {
        var text = Good.Replace("\"alarmName\":\"shop-order-cpu-high\"", member, StringComparison.Ordinal);
        text.ShouldNotBe(Good);
        var rejected = Read(Encoding.UTF8.GetBytes(text));
        rejected.Path.ShouldBe(path);
        rejected.Reason.ShouldContain(reason);
    }

    [Fact]
    public void Broken_JSON_inside_a_message_is_rejected_with_its_path_there()
    {
        var text = new SampleAlarm().Notification().ToJsonString()
            .Replace("\"OK\"", "\"OK\",\"OldStateValue\":1", StringComparison.Ordinal);
        var rejected = SampleAlarm.Rejected(SampleAlarm.Sns(text));
        rejected.Path.ShouldBe("$.Records[0].Sns.Message.OldStateValue");
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    public void Text_that_is_no_UTF_8_is_rejected_at_the_first_bad_byte(byte[] broken)
    {
        var parts = Good.Split("shop-order-cpu-high");
        byte[] payload =
            [.. Encoding.UTF8.GetBytes(parts[0]), .. broken, .. Encoding.UTF8.GetBytes(string.Join("x", parts[1..]))];
        var rejected = Read(payload);
        rejected.Path.ShouldBe("$.resources[0]");
        rejected.Reason.ShouldBe($"is not UTF-8 at byte {Encoding.UTF8.GetByteCount(parts[0])}: expected JSON in UTF-8");
    }

    [Fact]
    public void UTF_16_is_rejected() => Read(Encoding.Unicode.GetBytes(Good)).Path.ShouldBe("$");

    [Theory]
    [InlineData("detail-type", "$['detail-type']")]
    [InlineData("source", "$.source")]
    [InlineData("id", "$.id")]
    [InlineData("detail", "$.detail")]
    public void A_missing_member_is_named_by_a_normalised_path(string name, string path)
    {
        var document = new SampleAlarm().Event();
        document[name] = null;
        SampleAlarm.Rejected(document).Path.ShouldBe(path);
    }

    [Fact]
    public void The_text_of_a_rejection_is_bounded()
    {
        var name = new string('n', 5000);
        var rejected = Read(Encoding.UTF8.GetBytes($$"""{"{{name}}":1,"{{name}}":2}"""));
        rejected.Path.ShouldBe($"$.{name[..64]}…".Length <= 256 ? $"$['{name[..64]}…']" : "");
        rejected.Reason.Length.ShouldBeLessThanOrEqualTo(512);
        var document = new SampleAlarm { State = new string('s', 2000) };
        SampleAlarm.Rejected(document.Event()).Reason.Length.ShouldBeLessThan(200);
    }

    private static Rejection Read(byte[] payload) =>
        ((SignalParseResult.Rejected)AlarmEvents.Read(payload, SampleAlarm.Now).Single()).Rejection;
}
