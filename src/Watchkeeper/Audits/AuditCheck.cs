using System.Collections.Immutable;

namespace Watchkeeper.Audits;

/// <summary>A check of Trusted Advisor.</summary>
/// <param name="Id">Its id, the same in every account.</param>
/// <param name="Name">Its English name; part of fingerprints, since notifications know no id.</param>
/// <param name="Category">
/// security, cost_optimizing, fault_tolerance, performance, service_limits or operational_excellence.
/// </param>
/// <param name="Columns">The titles of what it tells about each resource, in order.</param>
public sealed record AuditCheck(string Id, string Name, string Category, ImmutableArray<string> Columns);
