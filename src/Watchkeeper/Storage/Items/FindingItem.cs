using Watchkeeper.Audits;

namespace Watchkeeper.Storage.Items;

/// <summary>The last reported state of a finding, as a map.</summary>
internal static class FindingItem
{
    public static ItemWriter Write(KnownFinding known) => new ItemWriter()
        .Text("i", known.Finding.ResourceId)
        .Name<FindingStatus>("s", known.Finding.Status)
        .Text("g", known.Finding.Region)
        .Text("r", known.Finding.Resource)
        .Count("q", known.Finding.Suppressed ? 1 : 0)
        .Name<FindingState>("st", known.State)
        .Time("at", known.ToldAt)
        .Count("an", known.IsAnnounced ? 1 : 0)
        .Time("lo", known.LookedAt);

    public static KnownFinding Read(ItemReader map) => new(
        new Finding(
            map.TextOrEmpty("i"), map.Name<FindingStatus>("s"), map.TextOrEmpty("g"), map.TextOrEmpty("r"), map.Count("q") > 0),
        map.Name<FindingState>("st"),
        map.TimeOrNull("at"),
        map.Count("an") > 0,
        map.TimeOrNull("lo"));
}
