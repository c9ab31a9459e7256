using System.Collections.Immutable;

namespace Watchkeeper.Audits;

/// <summary>What the run before found, check by check, for comparison.</summary>
public interface IAuditSnapshots
{
    /// <summary>The findings of the last completed run of a check; empty where there was none.</summary>
    Task<ImmutableArray<KnownFinding>> ReadAsync(string checkId, CancellationToken cancellationToken);

    /// <summary>Replaces them, in pages so that no item grows without bound. A replacement cut short is found as the one before or as the new one plus leftovers of the old, never as less than either had in common.</summary>
    Task ReplaceAsync(string checkId, ImmutableArray<KnownFinding> findings, CancellationToken cancellationToken);
}
