using System.Buffers;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Channels.Sections;
using Watchkeeper.Channels.Wecom;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Channels.WechatRobot;

/// <summary>
/// A robot in a group of WeChat Work («Group robot configuration»). Markdown cannot mention everybody: where the configuration
/// asks for that, the message is a text, which is half as long and has no formats.
/// </summary>
internal sealed class WechatRobotChannel : IHttpChannel
{
    private static readonly SearchValues<char> IdLetters =
        SearchValues.Create("-.0123456789@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.WechatRobot;

    /// <inheritdoc/>
    public ChannelSection Section { get; } = new(
        "wechat_robot_configs", "a robot of WeChat Work", "Robots in groups of WeChat Work.",
        [
            new("url", ChannelKeyForm.Secret, "The robot's address, with its key.") { IsRequired = true, IsAddress = true },
            new(Mentions.Setting, ChannelKeyForm.Texts,
                "Whom each message mentions, at most 20: user ids of members of the group. With all, which mentions everybody, "
                + "the message is a plain text of half the length.")
            {
                Refuse = Mentions.RefuseOutside(IdLetters),
            },
        ])
    {
        Template = TemplateForm.Lines,
    };

    /// <inheritdoc/>
    /// <remarks>20 a minute, however the minute is counted.</remarks>
    public ChannelPace Pace { get; } = new(5, TimeSpan.FromSeconds(20));

    /// <inheritdoc/>
    public HttpCall Create(HttpDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var content = delivery.Message.Content;
        var mentions = Mentions.From(delivery.Channel, content, IdLetters);
        return new HttpCall(delivery.Channel.Address)
        {
            Body = mentions.Everybody ? Text(content, mentions) : Markdown(content, mentions),
        };
    }

    /// <inheritdoc/>
    public SendResult Read(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return WecomAnswer.Read(answer);
    }

    private static byte[] Markdown(MessageContent content, Mentions mentions) => HttpJson.Write(json =>
    {
        var named = string.Join(' ', mentions.Ids.Select(id => $"<@{id}>"));
        json.WriteString("msgtype", "markdown");
        json.WriteObject("markdown", markdown =>
            markdown.WriteString("content", WecomContent.Markdown(content, WecomContent.MaxRobotMarkdown, named)));
    });

    private static byte[] Text(MessageContent content, Mentions mentions) => HttpJson.Write(json =>
    {
        json.WriteString("msgtype", "text");
        json.WriteObject("text", text =>
        {
            text.WriteString("content", WecomContent.Plain(content));
            text.WriteStartArray("mentioned_list");
            foreach (var id in mentions.Ids)
                text.WriteStringValue(id);
            text.WriteStringValue("@all");
            text.WriteEndArray();
        });
    });
}
