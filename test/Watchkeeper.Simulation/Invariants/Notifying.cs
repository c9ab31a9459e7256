using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>Each transition reaches each of its channels, or was given up with a reason.</summary>
internal sealed class ToldAtLeastOnce : Invariant
{
    public override string Name => "I5 told at least once";

    public override void Rested()
    {
        foreach (var expectation in World.Accounts.Expectations)
        {
            if (expectation.Taken > 0 || expectation.IsGivenUp)
                continue;
            var row = World.Table.Notification(expectation.Incident.Id, expectation.NotificationKey);
            var delivery = row?.Deliveries.FirstOrDefault(one => one.Channel.Kind.ToKebabCase() == expectation.Channel);
            if (delivery is not { Status: DeliveryStatus.Failed, Detail.Length: > 0 })
            {
                Broken(
                    $"{expectation} never came: {(delivery is null ? "no row of it" : $"{delivery.Status} {delivery.Detail}")}");
            }
        }
    }
}

/// <summary>
/// No message comes more often than once and once more for each time that it was made impossible to know whether it had come; and
/// none comes that no transition asks for.
/// </summary>
internal sealed class ToldOnce : Invariant
{
    public override string Name => "I5 told once";

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

/// <summary>What the send log says was sent was sent.</summary>
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
