using Watchkeeper.Notification;
using Watchkeeper.Routing;

namespace Watchkeeper.Storage.Items;

/// <summary>A delivery as a map.</summary>
internal static class DeliveryItem
{
    private const string OpeningsOnly = "q";

    public static ItemWriter Write(Delivery delivery) => new ItemWriter()
        .Text("r", delivery.Receiver)
        .Name<ChannelKind>("k", delivery.Channel.Kind)
        .Text("a", delivery.Channel.Address)
        .Count(OpeningsOnly, delivery.Channel.SendResolved ? 0 : 1)
        .Name<DeliveryStatus>("s", delivery.Status)
        .Count("n", delivery.Attempts)
        .Packed("t", delivery.Detail, Packing.Uuid)
        .Time("x", delivery.NextAttemptAt);

    public static Delivery Read(ItemReader map) => new()
    {
        Receiver = map.TextOrEmpty("r"),
        Channel = new Channel(map.Name<ChannelKind>("k"), map.TextOrEmpty("a"), map.Count(OpeningsOnly) == 0),
        Status = map.Name<DeliveryStatus>("s"),
        Attempts = map.Count("n"),
        Detail = map.Packed("t", Packing.Uuid) ?? "",
        NextAttemptAt = map.TimeOrNull("x"),
    };
}
