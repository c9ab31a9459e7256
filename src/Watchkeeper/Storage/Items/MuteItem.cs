using Watchkeeper.Signals;

namespace Watchkeeper.Storage.Items;

/// <summary>An incident's mute as a map.</summary>
internal static class MuteItem
{
    public static ItemWriter? Write(Mute? mute) => mute is null
        ? null
        : new ItemWriter().Name<MuteKind>("k", mute.Kind).Text("b", mute.By).Time("u", mute.Until);

    public static Mute Read(ItemReader map) => new(map.Name<MuteKind>("k"), map.TextOrEmpty("b"), map.TimeOrNull("u"));
}
