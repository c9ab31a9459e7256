using System.Collections.Immutable;

namespace Watchkeeper.Cli.Asking;

/// <summary>Everything about one incident, as <c>incident ID --output json</c> prints it.</summary>
internal sealed record IncidentReport
{
    /// <summary>The incident now.</summary>
    public required IncidentLine Incident { get; init; }

    /// <summary>Its timeline, newest first.</summary>
    public required ImmutableArray<TimelineLine> Timeline { get; init; }

    /// <summary>How many older entries there are.</summary>
    public required int MoreEntries { get; init; }

    /// <summary>Its reactions, in the order of their steps.</summary>
    public required ImmutableArray<ReactionLine> Reactions { get; init; }
}
