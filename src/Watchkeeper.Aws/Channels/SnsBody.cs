using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Aws.Channels;

/// <summary>
/// The body of a publication by protocol (MessageStructure <c>json</c>). <c>email</c> holds the plain text, <c>sms</c> the
/// short text, the push platforms their notification, <c>https</c> Amazon Q Developer's notification for Slack and Teams.
/// <c>default</c> holds the message as JSON for all other protocols (SQS, Lambda, Firehose, HTTP, mail as JSON).
/// </summary>
internal static class SnsBody
{
    /// <summary>The maximum bytes of one SMS publication, over all its parts.</summary>
    public const int SmsLimit = 1600;

    private const string Mark = "\n… (shortened: SNS takes 256 KB)\n";

    // Only SNS parses the body, so fewer escapes leave more room.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>
    /// Creates the body in at most <paramref name="limit"/> bytes of UTF-8. If the forms do not fit together, the mail's text is
    /// cut first, but to no less than half of the limit; then the JSON for machines is omitted, because cut JSON is invalid. The
    /// other forms are small.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="limit">The maximum bytes.</param>
    /// <param name="hasChat">
    /// Whether subscribers by HTTPS get Amazon Q Developer's form in place of the JSON for machines.
    /// </param>
    public static string Create(Message message, long limit, bool hasChat)
    {
        var sms = CreateSms(message);
        var machine = message.Json;
        var rest = limit - Size(Compose("", ""));
        if (rest - EncodedSize(machine) < limit / 2)
            machine = LeftOut(message);
        return Compose(machine, VisibleCut.To(Mail(message), rest - EncodedSize(machine), Mark, EncodedSize));

        string Compose(string forMachines, string forMail) => Write(json =>
        {
            json.WriteString("default", forMachines);
            json.WriteString("email", forMail);
            json.WriteString("sms", sms);
            if (hasChat)
                json.WriteString("https", message.Chat);
            foreach (var (platform, payload) in PushPayloads.Create(message, sms))
                json.WriteString(platform, payload);
        });
    }

    /// <summary>The text of one SMS.</summary>
    public static string CreateSms(Message message) =>
        VisibleCut.To(message.Sms, SmsLimit, "…", text => Encoding.UTF8.GetByteCount(text));

    /// <summary>The body for one device: the payloads of the platforms, and the text for all others.</summary>
    public static string CreatePush(Message message)
    {
        var text = CreateSms(message);
        return Write(json =>
        {
            json.WriteString("default", text);
            foreach (var (platform, payload) in PushPayloads.Create(message, text))
                json.WriteString(platform, payload);
        });
    }

    private static string Mail(Message message) =>
        message.Text.StartsWith(message.Headline.TrimEnd('…'), StringComparison.Ordinal)
            ? message.Text
            : $"{message.Headline}\n\n{message.Text}";

    private static string LeftOut(Message message) => Write(json =>
    {
        json.WriteNumber("schema", 1);
        json.WriteBoolean("truncated", true);
        json.WriteString("incident", message.Attributes["incident"]);
        json.WriteString("headline", message.Headline);
    });

    internal static string Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(16_384);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static long Size(string text) => Encoding.UTF8.GetByteCount(text);

    // Uses the encoder directly: JsonEncodedText throws on lone surrogates, which the writer replaces.
    private static long EncodedSize(string text) => Size(Encoder.Encode(text));
}
