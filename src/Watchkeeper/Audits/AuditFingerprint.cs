using Watchkeeper.Signals;

namespace Watchkeeper.Audits;

/// <summary>
/// The identity of a finding, made here only, so that a scheduled run and a notification of Trusted Advisor speak of one
/// incident.
/// </summary>
public static class AuditFingerprint
{
    /// <summary>The identity of what a check finds about a resource.</summary>
    /// <param name="account">The twelve-digit account.</param>
    /// <param name="checkName">The check's English name: notifications do not give its id.</param>
    /// <param name="region">The region's code, from <see cref="AuditResource.RegionOf"/>; empty for global resources.</param>
    /// <param name="resource">The resource, from <see cref="AuditResource.From"/>; empty for a check of the account.</param>
    public static Fingerprint Create(string account, string checkName, string region, string resource) =>
        new($"audit/{account}/{checkName}/{region}/{resource}");
}
