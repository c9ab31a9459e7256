using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Functions.Notifying;

/// <summary>
/// Continues an incident's mail conversations: finds in the notification log which mail began the one with each address.
/// </summary>
/// <param name="log">The notification log.</param>
/// <param name="render">Renders an entry.</param>
internal sealed class Conversations(INotificationLog log, Func<TimelineEntry, Message> render)
{
    /// <summary>
    /// The message for each address, with the subject and the id of the first mail to it. An address that no mail went to before
    /// is left out. An opening begins every conversation, and costs no read.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, Message>> ContinueAsync(
        TimelineEntry entry, Message message, IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        var mails = new Dictionary<string, Message>(StringComparer.Ordinal);
        var open = new HashSet<string>(addresses, StringComparer.Ordinal);
        if (open.Count == 0 || entry.Transition is Transition.Opened)
            return mails;
        await foreach (var record in log.ListFirstAsync(entry.Incident.Id, cancellationToken))
        {
            foreach (var delivery in record.Deliveries)
            {
                var (kind, address) = (delivery.Channel.Kind, delivery.Channel.Address);
                if (kind is not ChannelKind.Mail || !open.Contains(address))
                    continue;
                // A first mail that is still on its way gives the subject already.
                if (!mails.ContainsKey(address))
                    mails[address] = message with { Subject = render(record.Entry).Subject };
                if (delivery.Status is not DeliveryStatus.Sent)
                    continue;
                mails[address] = mails[address] with { Thread = message.Thread with { Root = delivery.Detail } };
                open.Remove(address);
            }

            if (open.Count == 0)
                break;
        }

        return mails;
    }
}
