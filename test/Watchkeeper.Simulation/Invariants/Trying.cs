using System.Text.Json;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Simulation.Lambda;
using Watchkeeper.Text;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Delivery retries last two hours at least, and none comes before the time in its row. If clocks are minutes wrong, so are the
/// waits.
/// </summary>
internal sealed class TriedWithPatience : Invariant
{
    private static readonly TimeSpan Least = TimeSpan.FromHours(2);
    private readonly Dictionary<(string Incident, string NotificationKey), DateTimeOffset> begun = [];
    private readonly Dictionary<(string Incident, string NotificationKey), Work?> holders = [];

    public override string Name => "I5 tried with patience";

    public override void Claimed(NotificationRecord? before, NotificationRecord after)
    {
        begun.TryAdd((after.Entry.Incident.Id, after.Entry.Key), World.Agenda.Now);
        holders[(after.Entry.Incident.Id, after.Entry.Key)] = World.Actor;
    }

    public override void Settled(NotificationRecord before, NotificationRecord after)
    {
        if (World.Plan.Odds.Skew > TimeSpan.FromSeconds(1)
            || World.Agenda.Now - begun[(after.Entry.Incident.Id, after.Entry.Key)] >= Least)
        {
            return;
        }

        foreach (var expectation in World.Accounts.ExpectationsOf(after))
        {
            // What the stream gave up is recorded as failed by the next look at the incident.
            if (expectation is { Refused: 0, IsGivenUp: false } && DeliveryOf(after, expectation) is { Status: DeliveryStatus.Failed } failed)
            {
                Broken($"{expectation} was given up since "
                    + $"{begun[(expectation.Incident.Id, expectation.NotificationKey)]:O}: {failed.Detail}");
            }
        }
    }

    public override void Sent(Expectation? expectation, Message message)
    {
        // A request of a dead process arrives at any time.
        if (expectation is null || World.Actor is not { HasEnded: false }
            || World.Table.Notification(expectation.Incident.Id, expectation.NotificationKey) is not { } row)
        {
            return;
        }

        // With different clocks, a claim may be taken over from a process that is still sending.
        if (World.Plan.Odds.Skew > TimeSpan.Zero
            && World.Actor != holders[(expectation.Incident.Id, expectation.NotificationKey)])
        {
            return;
        }
        if (DeliveryOf(row, expectation)?.NextAttemptAt is { } due && due > World.Agenda.Now + World.Plan.Odds.Skew)
            Broken($"{expectation} was tried again, and is not due before {due:O}");
    }

    private static Delivery? DeliveryOf(NotificationRecord row, Expectation expectation) =>
        row.Deliveries.FirstOrDefault(one => one.Channel.Kind.ToKebabCase() == expectation.Channel);
}

/// <summary>A message shows the incident right after the change that it reports.</summary>
internal sealed class NotifiedAsItWas : Invariant
{
    public override string Name => "I5 notified as it was";

    public override void Sent(Expectation? expectation, Message message)
    {
        if (expectation is not { Incident: var was } || IsLate(expectation))
            return;
        using var json = JsonDocument.Parse(message.Json);
        var sent = json.RootElement.GetProperty("incident");
        if (sent.GetProperty("id").GetString() != was.Id
            || sent.GetProperty("status").GetString() != was.Status.ToKebabCase()
            || sent.GetProperty("severity").GetString() != was.Severity.ToKebabCase()
            || sent.GetProperty("signals").GetInt32() != was.Signals)
        {
            Broken($"{expectation} was {was.Status}, {was.Severity}, {was.Signals} signals, and notified as {sent}");
        }
    }

    // What was kept back shows what is known when it is told.
    private bool IsLate(Expectation expectation) =>
        World.Table.Notification(expectation.Incident.Id, expectation.NotificationKey)?.Deliveries
            .Any(delivery => delivery.Suppression is not null) is true;
}
