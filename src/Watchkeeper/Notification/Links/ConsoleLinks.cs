using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Links;

/// <summary>
/// Finds the console pages for a timeline entry, most specific first. The inputs are a metric's dimensions, the labels
/// <c>checkId</c> and <c>category</c> of a Trusted Advisor check, and a Health event's ARN in the fingerprint (<c>health/ARN</c>
/// or <c>health/ARN/ACCOUNT</c>).
/// </summary>
internal static class ConsoleLinks
{
    /// <summary>The links. Empty if the partition has no public console; an invalid region code gives no regional link.</summary>
    public static ImmutableArray<ConsoleLink> For(TimelineEntry entry)
    {
        var subject = entry.Incident.Subject;
        if (ConsoleSite.For(subject.Partition, subject.Region) is not { } site)
            return [];
        var links = ImmutableArray.CreateBuilder<ConsoleLink>();
        if (site.Region.Length > 0)
        {
            AddSource(links, site, subject, entry.Change);
            ResourceLinks.Add(links, site, subject);
        }

        if (subject.Source is SignalSource.Audit)
            links.Add(new ConsoleLink(LinkTarget.AdvisorCheck, site.Global("trustedadvisor", AdvisorPage(subject))));
        if (subject.Source is SignalSource.Health)
            links.Add(new ConsoleLink(LinkTarget.HealthEvent, HealthPage(site, subject)));
        return links.ToImmutable();
    }

    private static void AddSource(
        ImmutableArray<ConsoleLink>.Builder links, ConsoleSite site, Subject subject, IncidentChange? entry)
    {
        if (subject.Source is SignalSource.Alarm && subject.Name.Length > 0)
        {
            var page = $"alarmsV2:alarm/{ConsoleSite.EncodeForCloudWatch(subject.Name)}";
            links.Add(new ConsoleLink(LinkTarget.Alarm, site.Regional("cloudwatch", page)));
        }

        if (subject.Kind is SignalKind.Insight)
            links.Add(new ConsoleLink(LinkTarget.TrailInsights, site.Regional("cloudtrailv2", "/insights")));
        // Operator actions and expiry have ids of our own, which CloudTrail does not know.
        else if (subject.Source is SignalSource.Trail && entry is not null && Guid.TryParseExact(entry.EventId, "D", out var id))
            links.Add(new ConsoleLink(LinkTarget.TrailEvent, site.Regional("cloudtrailv2", $"/events/{id:D}")));
    }

    private static string AdvisorPage(Subject subject)
    {
        var category = ConsoleSite.Code(subject.Labels["category"].Replace('_', '-'));
        var check = subject.Labels["checkId"];
        return category.Length > 0 && check.Length > 0
            ? $"/category/{category}?checkId={ConsoleSite.Encode(check)}"
            : "/dashboard";
    }

    private static string HealthPage(ConsoleSite site, Subject subject)
    {
        var page = HealthArn(subject) is { } arn
            ? $"/account/event-log?eventID={ConsoleSite.EncodeArn(arn)}&eventTab=details"
            : "/account/dashboard/open-issues";
        return site.Partition is "aws" ? $"https://health.aws.amazon.com/health/home#{page}" : site.Global("health", page);
    }

    private static string? HealthArn(Subject subject)
    {
        const string prefix = "health/";
        var text = subject.Fingerprint.Text;
        if (!text.StartsWith($"{prefix}arn:", StringComparison.Ordinal) || text.Contains('…', StringComparison.Ordinal))
            return null;
        var arn = text[prefix.Length..];
        var account = $"/{subject.Account}";
        return account.Length > 1 && arn.EndsWith(account, StringComparison.Ordinal) ? arn[..^account.Length] : arn;
    }
}
