using Watchkeeper.Notification;

namespace Watchkeeper.Storage.Items;

/// <summary>A channel's feedback as a map.</summary>
internal static class FeedbackItem
{
    public static ItemWriter Write(Feedback feedback) => new ItemWriter()
        .Name<FeedbackKind>("k", feedback.Kind)
        .Packed("i", feedback.Id, Packing.Hash)
        .Packed("w", feedback.Delivery, Packing.Hash)
        .Text("m", feedback.MessageId)
        .Time("at", feedback.At)
        .Text("t", feedback.Detail);

    public static Feedback Read(ItemReader map) => new()
    {
        Kind = map.Name<FeedbackKind>("k"),
        Id = map.Packed("i", Packing.Hash) ?? "",
        Delivery = map.Packed("w", Packing.Hash) ?? "",
        MessageId = map.TextOrEmpty("m"),
        At = map.Time("at"),
        Detail = map.TextOrEmpty("t"),
    };
}
