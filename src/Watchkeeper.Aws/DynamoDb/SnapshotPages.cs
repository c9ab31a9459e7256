using System.Collections.Immutable;
using System.Text;
using Watchkeeper.Audits;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>Cuts findings into pages that stay far under DynamoDB's 400 KB.</summary>
internal static class SnapshotPages
{
    /// <summary>Most findings on a page.</summary>
    public const int MostFindings = 200;

    /// <summary>Most bytes of text on a page; a single greater finding has a page of its own.</summary>
    public const int MostBytes = 48 * 1024;

    public static IEnumerable<ImmutableArray<Finding>> Cut(ImmutableArray<Finding> findings)
    {
        var page = ImmutableArray.CreateBuilder<Finding>();
        var bytes = 0;
        foreach (var finding in findings)
        {
            var more = SizeOf(finding);
            if (page.Count > 0 && (page.Count == MostFindings || bytes + more > MostBytes))
            {
                yield return page.ToImmutable();
                page.Clear();
                bytes = 0;
            }

            page.Add(finding);
            bytes += more;
        }

        if (page.Count > 0)
            yield return page.ToImmutable();
    }

    /// <summary>A name for just these findings in this order, in place of the edition <paramref name="before"/>.</summary>
    public static string EditionOf(ImmutableArray<Finding> findings, string before) => StableHash.Of(
    [
        before,
        .. findings.SelectMany(finding => (string[])
        [
            finding.ResourceId, Kebab.Of(finding.Status), finding.Region, finding.Resource, finding.Suppressed ? "1" : "0",
        ]),
    ]);

    private static int SizeOf(Finding finding) =>
        Encoding.UTF8.GetByteCount(finding.ResourceId)
        + Encoding.UTF8.GetByteCount(finding.Region)
        + Encoding.UTF8.GetByteCount(finding.Resource);
}
