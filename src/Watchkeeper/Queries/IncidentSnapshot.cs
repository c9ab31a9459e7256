using System.Collections.Immutable;
using Watchkeeper.Incidents;

namespace Watchkeeper.Queries;

/// <summary>An incident as the table shows it now.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="LastReason">Why it changed last.</param>
/// <param name="LastChange">When it changed last, by our clock.</param>
/// <param name="Description">The words of the last change, shortened; untrusted text.</param>
public sealed record IncidentSnapshot(
    Incident Incident, DecisionReason LastReason, DateTimeOffset LastChange, string Description);

/// <summary>A page of incidents.</summary>
/// <param name="Incidents">The incidents in the order of the question.</param>
/// <param name="Next">The token of the next page; null if there is none. A page may be empty and have a next one.</param>
/// <param name="Looked">How many incidents were looked at, including those that no matcher let pass.</param>
public sealed record IncidentPage(ImmutableArray<IncidentSnapshot> Incidents, string? Next, int Looked);
