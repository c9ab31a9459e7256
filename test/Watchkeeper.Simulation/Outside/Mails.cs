using System.Text.Json;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Aws.Mime;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Outside;

/// <summary>
/// What happens to mails after SES accepted them: some bounce, some are delayed first, some are marked as spam. SES sends the
/// event at once or hours later, «on a best-effort basis» («Monitoring SES events using Amazon EventBridge»).
/// </summary>
internal sealed class Mails(World world)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    // A sequence of its own, so that feedback leaves the rest of the history unchanged.
    private readonly Chance chance = new(Chance.Seed(world.Plan.Seed, 9));
    private readonly List<MailFeedback> all = [];

    /// <summary>All feedback so far.</summary>
    public IReadOnlyList<MailFeedback> All => all;

    /// <summary>The number of events that SES has yet to send.</summary>
    public int Underway { get; private set; }

    /// <summary>SES accepts a mail.</summary>
    public void Took(Channel channel, Message message, string key, string messageId)
    {
        if (!chance.Happens(world.Odds.Returned))
            return;
        var request = SesMail.From(
            message, new Mailbox("", SimulatedChannels.Mailbox), new Mailbox("", channel.Address), null, "watchkeeper", key);
        var tags = JsonSerializer.Serialize(
            request.Tags.ToDictionary(tag => tag.Name, tag => new[] { tag.Value }, StringComparer.Ordinal));
        var wait = chance.Below(2) == 0 ? chance.Between(TimeSpan.Zero, Soon) : chance.Between(TimeSpan.Zero, Late);
        foreach (var kind in Fate())
        {
            Report(kind, message, messageId, tags, wait);
            wait += chance.Between(TimeSpan.Zero, Late);
        }
    }

    /// <summary>A function answers an event of SES.</summary>
    public void Answered(IntakeResult result)
    {
        if (all.Find(news => news.Id == result.EventId) is { } news)
            news.IsAnswered = true;
    }

    /// <summary>Every invocation of an event of SES failed.</summary>
    public void GivenUp(byte[] payload)
    {
        if (all.Find(news => ReferenceEquals(news.Payload, payload)) is { } news)
            news.IsGivenUp = true;
    }

    private FeedbackKind[] Fate() => chance.Below(6) switch
    {
        0 => [FeedbackKind.Delay],
        1 => [FeedbackKind.Delay, FeedbackKind.Bounce],
        2 => [FeedbackKind.Complaint],
        3 => [FeedbackKind.Reject],
        _ => [FeedbackKind.Bounce],
    };

    private void Report(FeedbackKind kind, Message message, string messageId, string tags, TimeSpan wait)
    {
        Underway++;
        world.Agenda.In(wait, () =>
        {
            Underway--;
            var number = all.Count;
            var payload = Shapes.Bytes(
                MailShapes.Event(kind, MailFeedback.IdOf(number), messageId, tags, world.Agenda.Now));
            var news = new MailFeedback(
                number, kind, message.Attributes["incident"], message.NotificationKey, messageId, payload);
            all.Add(news);
            world.Trace.Record(world.Agenda.Now, 0, "mail", news.ToString());
            world.Bus.Publish(FunctionName.FeedbackFunction, payload);
        });
    }
}
