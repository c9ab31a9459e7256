using Watchkeeper.Audits;

namespace Watchkeeper.Aws.DynamoDb.Rows;

/// <summary>A finding as a map.</summary>
internal static class FindingItem
{
    public static ItemWriter Write(Finding finding) => new ItemWriter()
        .Text("i", finding.ResourceId)
        .Name<FindingStatus>("s", finding.Status)
        .Text("g", finding.Region)
        .Text("r", finding.Resource)
        .Count("q", finding.Suppressed ? 1 : 0);

    public static Finding Read(ItemReader map) => new(
        map.TextOrEmpty("i"), map.Name<FindingStatus>("s"), map.TextOrEmpty("g"), map.TextOrEmpty("r"), map.Count("q") > 0);
}
