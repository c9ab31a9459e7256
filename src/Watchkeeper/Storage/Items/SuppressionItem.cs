using Watchkeeper.Muting;

namespace Watchkeeper.Storage.Items;

/// <summary>What keeps a delivery back, as a map.</summary>
internal static class SuppressionItem
{
    public static ItemWriter Write(Suppression suppression) => new ItemWriter()
        .Name<SuppressionKind>("k", suppression.Kind)
        .Text("b", suppression.By)
        .Text("d", suppression.Detail)
        .Time("u", suppression.Until)
        .Map("f", suppression.Before is { } before ? Write(before) : null);

    public static Suppression Read(ItemReader map) =>
        new(map.Name<SuppressionKind>("k"), map.TextOrEmpty("b"), map.TextOrEmpty("d"), map.TimeOrNull("u"))
        {
            Before = map.MapOrNull("f") is { } before ? Read(before) : null,
        };
}
