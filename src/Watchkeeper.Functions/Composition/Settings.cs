using System.Collections.Immutable;
using Watchkeeper.Aws.Connections;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Webhooks;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Composition;

/// <summary>The settings from the environment, read once at start.</summary>
public sealed record Settings
{
    /// <summary>The function that this process runs (<c>WATCHKEEPER_FUNCTION</c>).</summary>
    public required FunctionName Function { get; init; }

    /// <summary>The table's name (<c>WATCHKEEPER_TABLE</c>).</summary>
    public required string Table { get; init; }

    /// <summary>The address of the dead-letter queue (<c>WATCHKEEPER_DEAD_LETTER_URL</c>).</summary>
    public required Uri DeadLetterUrl { get; init; }

    /// <summary>
    /// The address of the queue that keeps the timers of groups back (<c>WATCHKEEPER_TIMER_URL</c>); null leaves groups to the sweep.
    /// </summary>
    public Uri? TimerUrl { get; init; }

    /// <summary>The topic that people subscribe to (<c>WATCHKEEPER_TOPIC_ARN</c>); null without a topic.</summary>
    public string? TopicArn { get; init; }

    /// <summary>
    /// A second topic, whose subscribers by HTTPS get the JSON for machines (<c>WATCHKEEPER_WEBHOOK_TOPIC_ARN</c>); null without
    /// one.
    /// </summary>
    public string? WebhookTopicArn { get; init; }

    /// <summary>
    /// The sender of SES mails (<c>WATCHKEEPER_MAIL_FROM</c>, else the first recipient). Null if mails go only through the topic
    /// (<c>WATCHKEEPER_MAIL_BY</c> is <c>sns</c>).
    /// </summary>
    public string? MailFrom { get; init; }

    /// <summary>
    /// The recipients of SES mails (<c>WATCHKEEPER_MAIL_TO</c>, separated by commas): addresses, or references to secrets that
    /// hold one.
    /// </summary>
    public ImmutableArray<string> MailTo { get; init; } = [];

    /// <summary>
    /// The SES configuration set that publishes mail events (<c>WATCHKEEPER_MAIL_CONFIGURATION_SET</c>); null if SES publishes
    /// none.
    /// </summary>
    public string? MailConfigurationSet { get; init; }

    /// <summary>The language of messages (<c>WATCHKEEPER_LOCALE</c>).</summary>
    public Locale Locale { get; init; } = Locale.English;

    /// <summary>
    /// The readers' time zone, shown beside UTC (<c>WATCHKEEPER_TIME_ZONE</c>): a name of the IANA database.
    /// </summary>
    public string TimeZone { get; init; } = WatchkeeperConfiguration.Utc;

    /// <summary>The limits of reactions (<c>WATCHKEEPER_REACTIONS</c> and its companions).</summary>
    public ReactionOptions Reactions { get; init; } = new();

    /// <summary>
    /// The function's account and region (<c>WATCHKEEPER_ACCOUNT</c>, and <c>AWS_REGION</c>, which Lambda sets).
    /// </summary>
    public Home Home { get; init; } = Home.Unknown;

    /// <summary>
    /// The ARNs of the roles that Watchkeeper's functions act with (<c>WATCHKEEPER_OWN_ROLES</c>, separated by spaces).
    /// </summary>
    public ImmutableArray<string> OwnRoles { get; init; } = [];

    /// <summary>The region of the Support API (<c>WATCHKEEPER_SUPPORT_REGION</c>).</summary>
    public string SupportRegion { get; init; } = "us-east-1";

    /// <summary>
    /// The trusted certificates (<c>WATCHKEEPER_TRUST</c>): <c>amazon</c>, <c>system</c>, or the full path of a PEM file. A layer
    /// can supply such a file for a proxy that inspects TLS.
    /// </summary>
    public TrustStore Trust { get; init; } = TrustStore.Amazon;

    /// <summary>
    /// The networks that webhooks may reach besides the public internet (<c>WATCHKEEPER_WEBHOOK_NETWORKS</c>): CIDR blocks
    /// separated by commas.
    /// </summary>
    public WebhookNetworks WebhookNetworks { get; init; } = WebhookNetworks.Public;

    /// <summary>
    /// The server that gets every webhook in its receiver's place (<c>WATCHKEEPER_WEBHOOK_ENDPOINT</c>, as
    /// <c>AWS_ENDPOINT_URL</c> for AWS): for local runs. Null sends to the receivers.
    /// </summary>
    public Uri? WebhookEndpoint { get; init; }

    /// <summary>Builds the configuration from the settings.</summary>
    public WatchkeeperConfiguration Configuration() =>
        WatchkeeperConfiguration.Default([.. Channels()]) with
        {
            Locale = Locale,
            TimeZone = TimeZone,
            Reactions = Reactions,
            Home = Home,
            OwnRoles = OwnRoles,
        };

    private IEnumerable<Channel> Channels()
    {
        if (TopicArn is not null)
            yield return new Channel(ChannelKind.Sns, TopicArn);
        if (WebhookTopicArn is not null)
            yield return new Channel(ChannelKind.Sns, WebhookTopicArn);
        if (MailFrom is null)
            yield break;
        foreach (var address in MailTo)
            yield return new Channel(ChannelKind.Mail, address);
    }
}

