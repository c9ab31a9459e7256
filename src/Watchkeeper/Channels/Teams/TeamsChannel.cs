using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Channels.Sections;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Routing;

namespace Watchkeeper.Channels.Teams;

/// <summary>A channel or chat of Microsoft Teams by a workflow that posts what it receives.</summary>
internal sealed class TeamsChannel : IHttpChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Teams;

    /// <inheritdoc/>
    public ChannelSection Section { get; } = new(
        "msteamsv2_configs", "a channel of Microsoft Teams", "Channels of Microsoft Teams, by workflows.",
        [
            new("webhook_url", ChannelKeyForm.Secret, "The address of the workflow.") { IsRequired = true, IsAddress = true },
            new(Mentions.Setting, ChannelKeyForm.Texts,
                "Whom each message mentions: user principal names or object ids, each also as «Li Wei <li.wei@example.com>».")
            {
                Refuse = TeamsMention.Refuse,
            },
        ])
    {
        Template = TemplateForm.Lines,
    };

    /// <summary>
    /// One a second, far below the four of connectors («Rate limiting for connectors»): what comes too fast is refused after the
    /// workflow has accepted it, and no answer says so.
    /// </summary>
    public ChannelPace Pace => ChannelPace.EachSecond;

    /// <inheritdoc/>
    public HttpCall Create(HttpDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var mentions = Mentions.SettingFor(delivery.Channel, delivery.Message.Content);
        return new HttpCall(delivery.Channel.Address) { Body = TeamsCard.Write(delivery.Message.Content, mentions) };
    }

    /// <inheritdoc/>
    public SendResult Read(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return TeamsAnswers.Read(answer);
    }
}
