using System.Collections.Immutable;

namespace Watchkeeper.Audits;

/// <summary>
/// Finds the resource and its region in a finding's columns, whose names are the check's own («AWS Trusted Advisor check
/// reference», report columns). The Support API gives them as <c>metadata</c>, notifications as <c>check-item-detail</c>.
/// </summary>
public static class AuditResource
{
    private static readonly ImmutableArray<string> Columns =
    [
        "Resource", "Resource ARN", "Instance ID", "Security Group ID", "Bucket Name", "Volume ID", "DB Instance",
        "DB Instance Name", "DB Instance ID", "Load Balancer Name", "Function ARN", "Access Key ID", "Access Key", "IAM User",
        "Hosted Zone ID", "Distribution ID", "Auto Scaling Group Name", "IP Address", "Cluster", "Cluster Name", "VPN ID",
    ];

    private static readonly ImmutableArray<string> RegionColumns = ["Region", "Region/AZ", "Region API Parameter"];

    // What a finding has beside its resource.
    private static readonly ImmutableArray<string> Others =
        ["VPC ID", "Subnet ID", "Region Name", "Instance Name", "Volume Name"];

    /// <summary>
    /// The resource's id, name or ARN; for quotas the service and the quota. Does not depend on the columns' order. Empty where
    /// no column names a resource.
    /// </summary>
    public static string From(IEnumerable<KeyValuePair<string, string>> columns)
    {
        var filled = Filled(columns);
        if (filled.TryGetValue("Limit Name", out var quota))
            return filled.TryGetValue("Service", out var service) ? $"{service} {quota}" : quota;
        var named = Columns.FirstOrDefault(filled.ContainsKey);
        named ??= BySuffix(filled, "ARN") ?? BySuffix(filled, "ID") ?? BySuffix(filled, "Name");
        return named is null ? "" : filled[named];
    }

    /// <summary>The region's code, without the letter of an Availability Zone; empty where no column names one.</summary>
    public static string RegionOf(IEnumerable<KeyValuePair<string, string>> columns)
    {
        var filled = Filled(columns);
        var name = RegionColumns.FirstOrDefault(filled.ContainsKey);
        if (name is null)
            return "";
        var region = filled[name];
        return region is [.., >= '0' and <= '9', >= 'a' and <= 'z'] ? region[..^1] : region;
    }

    private static string? BySuffix(ImmutableSortedDictionary<string, string> columns, string suffix) =>
        columns.Keys.FirstOrDefault(name =>
            name.EndsWith(" " + suffix, StringComparison.OrdinalIgnoreCase)
            && !Others.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static ImmutableSortedDictionary<string, string> Filled(IEnumerable<KeyValuePair<string, string>> columns)
    {
        var filled = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in columns)
        {
            if (!string.IsNullOrWhiteSpace(value))
                filled[name] = value.Trim();
        }

        return filled.ToImmutable();
    }
}
