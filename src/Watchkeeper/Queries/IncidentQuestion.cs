using System.Collections.Immutable;
using Watchkeeper.Routing;

namespace Watchkeeper.Queries;

/// <summary>
/// A question for a list of incidents. Each kind reads a list of its own, so that a page costs the same in any history.
/// </summary>
public abstract record IncidentQuestion
{
    private IncidentQuestion()
    {
    }

    /// <summary>Matchers over the labels (<see cref="IncidentLabels"/>); all must match.</summary>
    public ImmutableArray<Matcher> Matchers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Active incidents, oldest first by the source's clock.</summary>
    public sealed record Active : IncidentQuestion;

    /// <summary>
    /// Incidents that ended in a half-open range of time, last ended first. One that is active again is not among them.
    /// </summary>
    /// <param name="From">The first instant.</param>
    /// <param name="To">The first instant after the range.</param>
    public sealed record Ended(DateTimeOffset From, DateTimeOffset To) : IncidentQuestion;

    /// <summary>Incidents of a service, active or ended, last opened first.</summary>
    /// <param name="Service">The service; not empty.</param>
    public sealed record OfService(string Service) : IncidentQuestion;

    /// <summary>Incidents of a resource, active or ended, last opened first.</summary>
    /// <param name="Resource">The resource as the incident shows it: an ARN or an id.</param>
    public sealed record OfResource(string Resource) : IncidentQuestion;

    /// <summary>Incidents of acts by an actor, active or ended, last opened first.</summary>
    /// <param name="Actor">The actor as the incident's label <c>actor</c> shows it.</param>
    public sealed record OfActor(string Actor) : IncidentQuestion;
}
