using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification;

/// <summary>What becomes of messages that were kept back, while their incidents change.</summary>
public sealed class HeldReleaseTests
{
    private static readonly Channel Chat = new(ChannelKind.Slack, "https://chat.example/1");
    private static readonly Suppression Silenced = new(SuppressionKind.Silence, "sil-1", "anna: the database moves");

    [Theory]
    [InlineData(1, 1, DeliveryStatus.Held)]
    [InlineData(0, 1, DeliveryStatus.Suppressed)]
    [InlineData(1, null, DeliveryStatus.Suppressed)]
    public void What_began_anew_after_it_was_planned_as_over_is_not_given_up(int reopenings, int? now, DeliveryStatus expected)
    {
        var row = Row(reopenings);
        var planned = HeldRelease.Plan([row], null, _ => Silenced, row.Entry.At)[row.Entry.Key];
        var active = now is { } count ? row.Entry.Incident with { Reopenings = count } : null;

        var applied = HeldRelease.Apply(row, row, planned, active);

        planned.ShouldHaveSingleItem().Status.ShouldBe(DeliveryStatus.Suppressed);
        applied.Deliveries.ShouldHaveSingleItem().Status.ShouldBe(expected);
    }

    private static NotificationRecord Row(int reopenings)
    {
        var entry = SampleEntries.Create(Transition.Reopened, SampleEntries.Subject);
        return new NotificationRecord
        {
            Entry = entry with { Incident = entry.Incident with { Reopenings = reopenings } },
            Deliveries = [Delivery.To(new Receiver("team", [Chat]), Chat).Hold(Silenced, entry.At)],
        };
    }
}
