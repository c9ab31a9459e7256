using System.Collections.Immutable;

namespace Watchkeeper.Queries;

/// <summary>The answer to an incident's id, whole or shortened.</summary>
public abstract record IncidentLookup
{
    private IncidentLookup()
    {
    }

    /// <summary>Exactly one incident has the id.</summary>
    /// <param name="Snapshot">The incident.</param>
    public sealed record Found(IncidentSnapshot Snapshot) : IncidentLookup;

    /// <summary>Several incidents begin with the id.</summary>
    /// <param name="Candidates">The first of them, at most ten.</param>
    public sealed record Ambiguous(ImmutableArray<IncidentSnapshot> Candidates) : IncidentLookup;

    /// <summary>No incident has the id, or it has expired.</summary>
    public sealed record Unknown : IncidentLookup;

    /// <summary>The text cannot be an incident's id.</summary>
    /// <param name="Reason">What an id looks like.</param>
    public sealed record Invalid(string Reason) : IncidentLookup;
}
