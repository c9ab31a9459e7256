using System.Collections.Immutable;

namespace Watchkeeper.Audits;

/// <summary>What tells the incidents of one check apart. A check may list one resource several times, such as a group once for each port.</summary>
internal readonly record struct FindingKey(string Region, string Resource)
{
    /// <summary>By region, then by resource.</summary>
    public static Comparer<FindingKey> Order { get; } = Comparer<FindingKey>.Create(static (one, other) =>
        string.CompareOrdinal(one.Region, other.Region) is not 0 and var byRegion
            ? byRegion
            : string.CompareOrdinal(one.Resource, other.Resource));

    public static FindingKey Of(Finding finding) => new(finding.Region, finding.Resource);

    /// <summary>The findings of a snapshot by what they are about; those that were announced only are among them.</summary>
    public static ImmutableSortedDictionary<FindingKey, KnownFinding> Known(IEnumerable<KnownFinding> snapshot) => snapshot
        .GroupBy(known => Of(known.Finding))
        .ToImmutableSortedDictionary(group => group.Key, group => group.OrderByDescending(known => known.ToldAt).First(), Order);

    /// <summary>What a check flags and could rate, by what it is about.</summary>
    public static ImmutableSortedDictionary<FindingKey, AuditRow> Rated(AuditResult result) =>
        Worst(result.Rows.Where(row => row.IsRated), row => row.Finding);

    /// <summary>
    /// The flagged findings by what they are about, the worst of each. One that was suppressed counts only where no other finding
    /// of the same resource is left.
    /// </summary>
    public static ImmutableSortedDictionary<FindingKey, T> Worst<T>(IEnumerable<T> items, Func<T, Finding> finding) => items
        .Where(item => finding(item).Status is not FindingStatus.Ok)
        .GroupBy(item => Of(finding(item)))
        .ToImmutableSortedDictionary(
            group => group.Key,
            group => group
                .OrderBy(item => finding(item).Suppressed)
                .ThenByDescending(item => finding(item).Status)
                .ThenBy(item => finding(item).ResourceId, StringComparer.Ordinal)
                .First(),
            Order);
}
