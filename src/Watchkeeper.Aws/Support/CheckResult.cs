using Amazon.AWSSupport.Model;
using Watchkeeper.Audits;

namespace Watchkeeper.Aws.Support;

/// <summary>Reads the findings of a check.</summary>
internal static class CheckResult
{
    public static AuditResult Read(AuditCheck check, TrustedAdvisorCheckResult result, DateTimeOffset now) => new()
    {
        Check = check,
        At = AwsTime.Parse(result.Timestamp ?? "") is { } at && at <= now ? at : now,
        Rows = [.. (result.FlaggedResources ?? []).Select(resource => Row(check, resource))],
    };

    private static AuditRow Row(AuditCheck check, TrustedAdvisorResourceDetail resource)
    {
        // A resource may have more columns than the check's description, or fewer.
        var columns = check.Columns
            .Zip(resource.Metadata ?? [], (name, value) => KeyValuePair.Create(name, value ?? ""))
            .ToList();
        var (status, rated) = Status(resource.Status);
        var region = AuditResource.RegionOf(columns);
        return new AuditRow(
            new Finding(
                resource.ResourceId ?? "",
                status,
                region.Length > 0 ? region : Region(resource.Region),
                // Trusted Advisor's own id is opaque, and notifications do not contain it. A check without such columns is about
                // the account.
                AuditResource.From(columns),
                resource.IsSuppressed is true),
            AuditDetails.Format(columns),
            rated)
        {
            Facts = CheckFacts.From(columns),
        };
    }

    private static (FindingStatus Status, bool IsRated) Status(string? text) => text switch
    {
        "ok" => (FindingStatus.Ok, true),
        "warning" => (FindingStatus.Warning, true),
        "error" => (FindingStatus.Error, true),
        _ => (FindingStatus.Ok, false),
    };

    private static string Region(string? text) => text is null or "-" ? "" : text;
}
