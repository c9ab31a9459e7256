using Watchkeeper.Audits;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// There is no Trusted Advisor on this machine: audits answer as for an account without the support plan, and findings come by
/// Trusted Advisor's notifications alone.
/// </summary>
internal sealed class NoAdvisor : IAdvisor
{
    /// <inheritdoc/>
    public Task<AdvisorListing> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<AdvisorListing>(new AdvisorListing.NotSubscribed());

    /// <inheritdoc/>
    public Task<RefreshAnswer> RefreshAsync(AuditCheck check, CancellationToken cancellationToken) =>
        Task.FromResult(RefreshAnswer.ByItselfOnly);

    /// <inheritdoc/>
    public Task<AdvisorReading> ReadAsync(AuditCheck check, CancellationToken cancellationToken) =>
        Task.FromResult<AdvisorReading>(new AdvisorReading.NotAvailable());
}
