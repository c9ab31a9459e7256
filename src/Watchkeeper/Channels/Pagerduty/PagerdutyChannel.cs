using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Sections;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Routing;

namespace Watchkeeper.Channels.Pagerduty;

/// <summary>A service of PagerDuty («Events API v2»).</summary>
internal sealed class PagerdutyChannel : IHttpChannel
{
    private const string Setting = "url";
    private const string RoutingKey = "routing_key";
    private const string Default = "https://events.pagerduty.com/v2/enqueue";
    private const string Alerts = "/enqueue";
    private const string Changes = "/change/enqueue";

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Pagerduty;

    /// <inheritdoc/>
    public ChannelSection Section { get; } = new(
        "pagerduty_configs", "a PagerDuty service", "Services of PagerDuty, by its Events API v2.",
        [
            new(RoutingKey, ChannelKeyForm.Secret, "The key of the service's integration «Events API v2».")
            {
                IsRequired = true,
                IsAddress = true,
            },
            new(Setting, ChannelKeyForm.Text,
                $"Where events are sent. Default: {Default}; for accounts in Europe https://events.eu.pagerduty.com/v2/enqueue.")
            {
                Global = "pagerduty_url",
            },
        ]);

    /// <summary>PagerDuty's support states 120 events a minute for one key.</summary>
    public ChannelPace Pace { get; } = new(120, TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    public HttpCall Create(HttpDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var key = delivery.Channel.Address;
        var action = PagerdutyActions.For(delivery.Message.Content.Entry, key);
        return new HttpCall(Url(delivery.Channel.Settings[Setting], action))
        {
            Body = PagerdutyEvent.Write(delivery, action, key),
        };
    }

    /// <inheritdoc/>
    public SendResult Read(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return PagerdutyAnswers.Read(answer);
    }

    private static string Url(string setting, PagerdutyAction action)
    {
        var url = setting.Length > 0 ? setting : Default;
        return action is PagerdutyAction.Change && url.EndsWith(Alerts, StringComparison.Ordinal)
            ? string.Concat(url.AsSpan(0, url.Length - Alerts.Length), Changes)
            : url;
    }
}
