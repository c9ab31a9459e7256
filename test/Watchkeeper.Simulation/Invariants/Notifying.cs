using Watchkeeper.Notification;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Text;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>Each transition reaches each of its channels, or is given up with a reason.</summary>
internal sealed class NotifiedAtLeastOnce : Invariant
{
    public override string Name => "I5 notified at least once";

    public override void Rested()
    {
        foreach (var expectation in World.Accounts.Expectations)
        {
            if (expectation.Taken > 0 || expectation.IsGivenUp || expectation.IsFallback)
                continue;
            var row = World.Table.Notification(expectation.Incident.Id, expectation.NotificationKey);
            var delivery = row?.Deliveries.FirstOrDefault(one => one.Channel.Kind.ToKebabCase() == expectation.Channel);
            // Other promises say when a message may be kept back, and when never told.
            if (delivery is { IsTold: false } or { Status: DeliveryStatus.Grouped })
                continue;
            if (delivery is not { Status: DeliveryStatus.Failed, Detail.Length: > 0 })
            {
                Broken(
                    $"{expectation} never came: {(delivery is null ? "no row of it" : $"{delivery.Status} {delivery.Detail}")}");
            }
        }
    }
}

/// <summary>
/// A message is sent once, and once more for each fault that hid whether it had been accepted; no message is sent without a
/// transition.
/// </summary>
internal sealed class NotifiedOnce : Invariant
{
    public override string Name => "I5 notified once";

    public override void Sent(Expectation? expectation, Message message)
    {
        if (expectation is null)
        {
            Broken($"a message that no transition asks for: {message.Subject}");
        }
        else if (expectation.Taken - 1 > expectation.Ambiguous)
        {
            Broken(FormattableString.Invariant(
                $"{expectation} came {expectation.Taken} times, and {expectation.Ambiguous} times nobody could know"));
        }
    }
}

/// <summary>Every delivery that the notification log calls sent was sent.</summary>
internal sealed class SendLogIsTrue : Invariant
{
    public override string Name => "I5 send log is true";

    public override void Rested()
    {
        foreach (var expectation in World.Accounts.Expectations)
        {
            var row = World.Table.Notification(expectation.Incident.Id, expectation.NotificationKey);
            foreach (var delivery in row?.Deliveries ?? [])
            {
                if (delivery.Channel.Kind.ToKebabCase() == expectation.Channel
                    && delivery.Status is DeliveryStatus.Sent && expectation.Taken == 0)
                {
                    Broken($"{expectation} is written down as sent, and nobody got it");
                }
            }
        }
    }
}
