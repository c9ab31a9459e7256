using Watchkeeper.Channels;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>SNS and SES as the recipients of messages see them.</summary>
internal sealed class SimulatedChannels(World world)
{
    public const string Topic = "arn:aws:sns:eu-central-1:123456789012:watchkeeper-NotificationTopic-1A2B3C4D5E6F";
    public const string Mailbox = "operations@shop.example.com";

    /// <summary>The number of accepted messages.</summary>
    public int Taken { get; private set; }

    /// <summary>The subjects of the accepted mails by their ids.</summary>
    public Dictionary<string, string> Subjects { get; } = new(StringComparer.Ordinal);

    public SendResult Send(Channel channel, Message message, string key)
    {
        if (world.Chance.Happens(world.Odds.Denied))
        {
            // SNS: AuthorizationError, NotFound; SES: MessageRejected, MailFromDomainNotVerified (API references, Publish,
            // SendRawEmail).
            world.Accounts.Refused(key);
            return new SendResult.GiveUp("AccessDenied: not allowed");
        }

        return new SendResult.Sent(Take(channel, message, key));
    }

    /// <summary>Somebody gets a message; returns its id.</summary>
    public string Take(Channel channel, Message message, string key)
    {
        Taken++;
        world.Trace.Add(key);
        world.Trace.Add(message.Subject);
        world.Trace.Add(message.Text);
        world.Trace.Add(message.Json);
        world.Accounts.Sent(channel, message, key);
        var id = FormattableString.Invariant($"message-{Taken}");
        if (channel.Kind is ChannelKind.Mail)
        {
            Subjects[id] = message.Subject;
            world.Mails.Took(channel, message, key, id);
        }

        return id;
    }
}

/// <summary>A channel across a process's boundary.</summary>
internal sealed class BoundaryChannel(ChannelKind kind, SimulatedChannels channels, IBoundary boundary) : IMessageChannel
{
    private readonly string step = kind is ChannelKind.Sns ? "sns.publish" : "ses.send";

    public ChannelKind Kind => kind;

    public ChannelPace? Pace => null;

    // The adapters return AWS's errors as results and never throw; so does this one.
    public Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken) =>
        boundary.CallAsync(
            step, deduplicationKey, () => channels.Send(channel, message, deduplicationKey), Answer, cancellationToken);

    // «Throttling: Maximum sending rate exceeded» (SES developer guide, managing sending limits).
    private static SendResult Answer(FaultKind fault) => new SendResult.Retry(fault switch
    {
        FaultKind.Throttle => "Throttling: the service throttles the calls",
        FaultKind.Error => "InternalFailure: the service is failing",
        _ => "no answer in time; it may have been sent",
    });
}
