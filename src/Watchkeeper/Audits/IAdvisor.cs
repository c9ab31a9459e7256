using System.Collections.Immutable;

namespace Watchkeeper.Audits;

/// <summary>Trusted Advisor, as a run sees it.</summary>
public interface IAdvisor
{
    /// <summary>All checks. Throws where the list cannot be had for a passing reason.</summary>
    Task<AdvisorListing> ListAsync(CancellationToken cancellationToken);

    /// <summary>Asks that a check look again, without waiting for it; many checks do so by themselves only.</summary>
    Task<RefreshResult> RefreshAsync(AuditCheck check, CancellationToken cancellationToken);

    /// <summary>What a check found last.</summary>
    Task<AdvisorResult> ReadAsync(AuditCheck check, CancellationToken cancellationToken);
}

/// <summary>What the question for all checks came to.</summary>
public abstract record AdvisorListing
{
    private AdvisorListing()
    {
    }

    /// <summary>The checks.</summary>
    public sealed record Checks(ImmutableArray<AuditCheck> All) : AdvisorListing;

    /// <summary>
    /// The account's support plan does not include the Support API: it takes Business, Enterprise On-Ramp or Enterprise.
    /// </summary>
    public sealed record NotSubscribed : AdvisorListing;
}

/// <summary>What a request to look again came to.</summary>
public enum RefreshResult
{
    /// <summary>It looks again, or waits to, or has just done so.</summary>
    Asked,

    /// <summary>This check looks by itself only.</summary>
    ByItselfOnly,

    /// <summary>It could not be asked.</summary>
    Failed,
}

/// <summary>What reading a check came to.</summary>
public abstract record AdvisorResult
{
    private AdvisorResult()
    {
    }

    /// <summary>Its result.</summary>
    public sealed record Found(AuditResult Result) : AdvisorResult;

    /// <summary>Trusted Advisor has no result for it: nothing can be said, and nothing is cleared.</summary>
    public sealed record NotAvailable : AdvisorResult;

    /// <summary>It could not be read.</summary>
    /// <param name="Reason">What AWS said, or what was seen instead.</param>
    public sealed record Failed(string Reason) : AdvisorResult;
}
