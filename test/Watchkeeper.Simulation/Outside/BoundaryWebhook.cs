using Watchkeeper.Channels;
using Watchkeeper.Channels.Http;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Lambda;

namespace Watchkeeper.Simulation.Outside;

/// <summary>A channel by HTTPS across a process's boundary: its own request, and its own reading of the answer.</summary>
internal sealed class BoundaryWebhook(
    IHttpChannel kind, string step, Func<HttpCall, Channel, Message, string, HttpAnswer> post, Agenda agenda, Sandbox sandbox)
    : IMessageChannel
{
    public ChannelKind Kind => kind.Kind;

    public ChannelPace? Pace => kind.Pace;

    public Task<SendResult> SendAsync(
        Channel channel, Message message, string deduplicationKey, CancellationToken cancellationToken)
    {
        var call = kind.Create(new HttpDelivery(message, channel, deduplicationKey, sandbox.Time.GetUtcNow()));
        return TimeLimit.WithinAsync(
            agenda,
            token => sandbox.CallAsync(
                step, deduplicationKey, () => kind.Read(post(call, channel, message, deduplicationKey)), Answer, token),
            () => Answer(FaultKind.LostUnanswered),
            cancellationToken);
    }

    // What the sender makes of a connection without an answer.
    private static SendResult Answer(FaultKind fault) => new SendResult.Retry(fault switch
    {
        FaultKind.Throttle => "429: too many requests",
        FaultKind.Error => "503: the receiver is failing",
        _ => "no answer in time; it may have been sent",
    });
}
