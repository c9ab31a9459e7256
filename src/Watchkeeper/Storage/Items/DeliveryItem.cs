using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Storage.Items;

/// <summary>A delivery as a map.</summary>
internal static class DeliveryItem
{
    private const string OpeningsOnly = "q";
    private const string Settings = "o";
    private const string IsQueued = "w";
    private const string InsteadOf = "b";
    private const string Fallback = "f";
    private const string Suppression = "u";
    private const string Others = "g";

    public static ItemWriter Write(Delivery delivery) => new ItemWriter()
        .Text("r", delivery.Receiver)
        .Text(InsteadOf, delivery.InsteadOf)
        .Text(Fallback, delivery.Fallback)
        .Name<ChannelKind>("k", delivery.Channel.Kind)
        .Text("a", delivery.Channel.Address)
        .Map(Settings, SettingsOf(delivery.Channel))
        .Count(OpeningsOnly, delivery.Channel.SendResolved ? 0 : 1)
        .Name<DeliveryStatus>("s", delivery.Status)
        .Count("n", delivery.Attempts)
        .Packed("t", delivery.Detail, Packing.Uuid)
        .Time("x", delivery.NextAttemptAt)
        .Count(IsQueued, delivery.IsQueued ? 1 : 0)
        .Map(Suppression, delivery.Suppression is { } suppression ? SuppressionItem.Write(suppression) : null)
        .Map(Others, delivery.Others is { } others ? GroupedMessageItem.Write(others) : null);

    public static Delivery Read(ItemReader map) => new()
    {
        Receiver = map.TextOrEmpty("r"),
        InsteadOf = map.TextOrNull(InsteadOf),
        Fallback = map.TextOrNull(Fallback),
        Channel = new Channel(map.Name<ChannelKind>("k"), map.TextOrEmpty("a"), map.Count(OpeningsOnly) == 0)
        {
            Settings = map.MapOrNull(Settings) is { } settings ? LabelSet.From(settings.Texts()) : LabelSet.Empty,
        },
        Status = map.Name<DeliveryStatus>("s"),
        Attempts = map.Count("n"),
        Detail = map.Packed("t", Packing.Uuid) ?? "",
        NextAttemptAt = map.TimeOrNull("x"),
        IsQueued = map.Count(IsQueued) > 0,
        Suppression = map.MapOrNull(Suppression) is { } suppression ? SuppressionItem.Read(suppression) : null,
        Others = map.MapOrNull(Others) is { } others ? GroupedMessageItem.Read(others) : null,
    };

    private static ItemWriter? SettingsOf(Channel channel)
    {
        var map = new ItemWriter();
        foreach (var (name, value) in channel.Settings)
            map.Text(name, value);
        return map.OrNull();
    }
}
