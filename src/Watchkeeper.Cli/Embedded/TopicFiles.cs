using System.Text.Encodings.Web;
using System.Text.Json;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Channels;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Writes publications as .json files: the exact SNS request, in the format of <c>aws sns publish --cli-input-json</c>.
/// </summary>
internal sealed class TopicFiles(MessageFolder folder, string? webhookTopicArn, ChannelKind kind) : IMessageChannel
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc/>
    public ChannelKind Kind => kind;

    /// <inheritdoc/>
    public ChannelPace? Pace => null;

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        var publication = SnsPublication.For(channel, message, deduplicationKey, webhookTopicArn);
        var path = folder.Keep(channel, message, deduplicationKey, "json", stream => Write(publication, stream));
        return Task.FromResult<SendResult>(new SendResult.Sent(path));
    }

    private static void Write(SnsPublication publication, Stream stream)
    {
        var request = publication.ToRequest();
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        Optional(nameof(request.TopicArn), request.TopicArn);
        Optional(nameof(request.PhoneNumber), request.PhoneNumber);
        Optional(nameof(request.TargetArn), request.TargetArn);
        Optional(nameof(request.Subject), request.Subject);
        Optional(nameof(request.MessageStructure), request.MessageStructure);
        json.WriteString(nameof(request.Message), request.Message);
        json.WriteStartObject(nameof(request.MessageAttributes));
        foreach (var (name, value) in request.MessageAttributes)
        {
            json.WriteStartObject(name);
            json.WriteString(nameof(value.DataType), value.DataType);
            json.WriteString(nameof(value.StringValue), value.StringValue);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        Optional(nameof(request.MessageGroupId), request.MessageGroupId);
        Optional(nameof(request.MessageDeduplicationId), request.MessageDeduplicationId);
        json.WriteEndObject();

        void Optional(string name, string? value)
        {
            if (value is not null)
                json.WriteString(name, value);
        }
    }
}
