using Watchkeeper.Muting;

namespace Watchkeeper.Storage.Items;

/// <summary>The silence that a row announces the end of, as a map.</summary>
internal static class SilenceEndingItem
{
    public static ItemWriter Write(SilenceEnding ending) => new ItemWriter()
        .Text("id", ending.Silence)
        .Time("en", ending.EndsAt)
        .Text("by", ending.By)
        .Text("rs", ending.Reason);

    public static SilenceEnding Read(ItemReader map) =>
        new(map.Text("id"), map.Time("en"), map.TextOrEmpty("by"), map.TextOrEmpty("rs"));
}
