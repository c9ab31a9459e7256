using System.Collections.Immutable;
using System.Text;
using Watchkeeper.Audits;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Text;

namespace Watchkeeper.Storage;

/// <summary>Splits findings into pages far below DynamoDB's limit of 400 KB.</summary>
internal static class SnapshotPages
{
    /// <summary>Maximum number of findings on a page.</summary>
    public const int MaxFindings = 200;

    /// <summary>Maximum bytes of text on a page. A larger finding gets a page of its own.</summary>
    public const int MaxBytes = 48 * 1024;

    public static IEnumerable<ImmutableArray<KnownFinding>> Cut(ImmutableArray<KnownFinding> findings)
    {
        var page = ImmutableArray.CreateBuilder<KnownFinding>();
        var bytes = 0;
        foreach (var finding in findings)
        {
            var more = SizeOf(finding);
            if (page.Count > 0 && (page.Count == MaxFindings || bytes + more > MaxBytes))
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

    /// <summary>A name for exactly these findings in this order, which replace the edition <paramref name="before"/>.</summary>
    public static string EditionOf(ImmutableArray<KnownFinding> findings, string before) => StableHash.Compute(
    [
        before,
        .. findings.SelectMany(known => (string[])
        [
            known.Finding.ResourceId, known.Finding.Status.ToKebabCase(), known.Finding.Region, known.Finding.Resource,
            known.Finding.Suppressed ? "1" : "0",
            known.State.ToKebabCase(), known.ToldAt is { } at ? EpochSeconds.Of(at) : "", known.IsAnnounced ? "1" : "0",
            known.LookedAt is { } looked ? EpochSeconds.Of(looked) : "",
        ]),
    ]);

    private static int SizeOf(KnownFinding known) =>
        Encoding.UTF8.GetByteCount(known.Finding.ResourceId)
        + Encoding.UTF8.GetByteCount(known.Finding.Region)
        + Encoding.UTF8.GetByteCount(known.Finding.Resource);
}
