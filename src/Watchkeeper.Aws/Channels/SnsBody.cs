using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Watchkeeper.Notification;

namespace Watchkeeper.Aws.Channels;

/// <summary>
/// The body of a publication by protocol (MessageStructure <c>json</c>). <c>email</c> holds the plain text and <c>sms</c> the
/// short text. <c>default</c> holds the message as JSON for all other protocols (SQS, Lambda, HTTPS, Firehose, mail as JSON).
/// </summary>
internal static class SnsBody
{
    /// <summary>The maximum bytes of one SMS publication, over all its parts.</summary>
    public const int SmsLimit = 1600;

    private const string Mark = "\n… (shortened: SNS takes 256 KB)\n";

    // Only SNS parses the body, so fewer escapes leave more room.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>
    /// Creates the body in at most <paramref name="limit"/> bytes of UTF-8. JSON for machines is never cut, but omitted if too
    /// large.
    /// </summary>
    public static string Create(Message message, long limit)
    {
        var sms = VisibleCut.To(message.Sms, SmsLimit, "…", text => Encoding.UTF8.GetByteCount(text));
        var machine = message.Json;
        var rest = limit - Size(Compose(machine, "", sms));
        if (rest < limit / 2)
        {
            machine = LeftOut(message);
            rest = limit - Size(Compose(machine, "", sms));
        }

        return Compose(machine, VisibleCut.To(Mail(message), rest, Mark, EncodedSize), sms);
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

    private static string Compose(string machine, string mail, string sms) => Write(json =>
    {
        json.WriteString("default", machine);
        json.WriteString("email", mail);
        json.WriteString("sms", sms);
    });

    private static string Write(Action<Utf8JsonWriter> members)
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
