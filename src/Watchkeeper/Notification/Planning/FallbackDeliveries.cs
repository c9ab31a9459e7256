using System.Collections.Immutable;
using Watchkeeper.Configuration;

namespace Watchkeeper.Notification.Planning;

/// <summary>Finds who is told in the place of a receiver that a message did not reach. Pure.</summary>
public static class FallbackDeliveries
{
    /// <summary>
    /// One delivery for each channel of the fallbacks of failed deliveries, without addresses that the row has already: so a
    /// circle of fallbacks ends.
    /// </summary>
    /// <param name="deliveries">The row's deliveries.</param>
    /// <param name="configuration">The configuration in force.</param>
    public static ImmutableArray<Delivery> Find(ImmutableArray<Delivery> deliveries, WatchkeeperConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var known = deliveries.Select(delivery => (delivery.Channel.Kind, delivery.Channel.Address)).ToHashSet();
        var found = ImmutableArray.CreateBuilder<Delivery>();
        foreach (var failed in deliveries.Where(delivery => delivery.Status is DeliveryStatus.Failed))
        {
            if (NameOf(failed, configuration) is not { } name
                || configuration.Receivers.GetValueOrDefault(name) is not { } fallback)
            {
                continue;
            }

            found.AddRange(fallback.Channels
                .Where(channel => known.Add((channel.Kind, channel.Address)))
                .Select(channel => Delivery.To(fallback, channel) with { InsteadOf = failed.Receiver, Others = failed.Others }));
        }

        return found.ToImmutable();
    }

    // What is in force outranks what was, as long as it knows the receiver.
    private static string? NameOf(Delivery failed, WatchkeeperConfiguration configuration) =>
        configuration.Receivers.TryGetValue(failed.Receiver, out var receiver) ? receiver.Fallback : failed.Fallback;

    /// <summary>The failed delivery in whose place a delivery was added; null for a delivery of a route.</summary>
    public static Delivery? FailedBefore(Delivery delivery, ImmutableArray<Delivery> deliveries)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.InsteadOf is { } receiver
            ? deliveries.FirstOrDefault(each => each.Receiver == receiver && each.Status is DeliveryStatus.Failed)
            : null;
    }
}
