using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Mail;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Signals;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>
/// Each event parses to the <c>….expected.txt</c> beside it. For an alarm, a Health event or an audit's notification: condition,
/// kind and name | title | resource. For an API call: the call and its actor. For a mail: the incident, the notification and the
/// feedback. For a malformed event: path and reason of the rejection, with «…» for .NET's own text of JSON errors.
/// </summary>
public sealed class EventFileTests
{
    private static readonly Regex JsonError =
        new(@"is not valid JSON \(.*?\): expected", RegexOptions.NonBacktracking | RegexOptions.Singleline);

    private static readonly Regex Deep =
        new(@"\$\.detail(\[0\]){5,}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public static TheoryData<string> All => [.. EventFiles.Names];

    public static TheoryData<string> Good =>
        [.. EventFiles.Names.Where(name => !name.StartsWith("bad/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_event_is_read_as_expected(string name) => Reads(name).ShouldBe(EventFiles.Expectation(name));

    [Fact]
    public void Every_event_has_an_expectation_and_every_expectation_an_event() =>
        EventFiles.Names.ShouldBe(EventFiles.Expected);

    [Theory]
    [MemberData(nameof(Good))]
    public void Each_event_is_indented_by_two_spaces(string name)
    {
        var text = Encoding.UTF8.GetString(EventFiles.Bytes(name));
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(
            buffer,
            new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            document.WriteTo(writer);
        }

        // Bidirectional control characters are escaped, so that a reader sees them.
        var expected = Encoding.UTF8.GetString(buffer.WrittenSpan).Replace("\u202e", "\\u202e", StringComparison.Ordinal);
        text.ShouldBe(expected + "\n");
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Each_event_has_a_shape_and_a_time_in_the_story(string name)
    {
        var payload = EventFiles.Bytes(name);
        EventShape.Detect(payload).ShouldBe(name.Split('/')[0] switch
        {
            "alarm-sns" => EventShape.SnsEvent,
            "alarm-direct" => EventShape.DirectAlarm,
            "alarm-notification" => EventShape.AlarmNotification,
            _ => EventShape.EventBridge,
        });
        var day = name.EndsWith("a-day-later", StringComparison.Ordinal) ? 18 : 17;
        EventTime.Read(payload)!.Value.UtcDateTime.Date.ShouldBe(new DateTime(2026, 11, day, 0, 0, 0, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData("alarm-eventbridge/011-order-cpu-high-alarm-delivered-twice", "alarm-eventbridge/010-order-cpu-high-alarm")]
    [InlineData("mail/021-db-cpu-mail-bounced-by-dmarc-delivered-twice", "mail/020-db-cpu-mail-bounced-by-dmarc")]
    [InlineData("trail/121-trail-stopped-delivered-twice", "trail/120-trail-stopped")]
    public void A_second_delivery_equals_the_first_byte_for_byte(string second, string first) =>
        EventFiles.Bytes(second).ShouldBe(EventFiles.Bytes(first));

    [Fact]
    public void The_largest_event_has_one_byte_more_than_Lambda_takes() =>
        EventFiles.Bytes("bad/alarm-of-more-than-1-mb").Length.ShouldBe((1024 * 1024) + 1);

    private static string Reads(string name) => EventFiles.Parser(name) is EventParser.Trail
        && TrailEvents.Read(EventFiles.Bytes(name), EventFiles.Now) is TrailParseResult.Happened { Event: var happened }
            ? $"{happened.Api} by {$"{TypeOfActor(happened.Envelope)} {happened.Actor.Split('/')[^1]}".TrimStart()}"
            : EventFiles.Parser(name) is EventParser.Mail
                && MailEvents.Read(EventFiles.Bytes(name), EventFiles.Now) is MailParseResult.Accepted accepted
            ? $"{accepted.Incident} {accepted.NotificationKey} {accepted.Feedback.Words}"
            : string.Join(" && ", EventFiles.Read(name).Select(Describe));

    private static string? TypeOfActor(JsonElement envelope) =>
        envelope.GetProperty("detail").TryGetProperty("userIdentity", out var actor) && actor.ValueKind is JsonValueKind.Object
            && actor.TryGetProperty("type", out var type) ? type.GetString() : null;

    private static string Describe(SignalParseResult reading) => reading switch
    {
        SignalParseResult.Accepted { Signal: var signal } =>
            $"{signal.Condition.ToKebabCase()} {signal.Subject.Kind.ToKebabCase()} {signal.Subject.Name} | "
            + $"{signal.Subject.Title} | "
            + signal.Subject.Resource,
        SignalParseResult.Ignored ignored => $"ignored {ignored.Reason}",
        SignalParseResult.Rejected(var rejected) =>
            $"{Deep.Replace(rejected.Path, "$.detail[0]…")} "
            + JsonError.Replace(rejected.Reason, "is not valid JSON (…): expected"),
        _ => "nothing",
    };
}
