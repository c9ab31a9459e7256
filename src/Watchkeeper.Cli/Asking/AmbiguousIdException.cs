using System.Collections.Immutable;
using Watchkeeper.Queries;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>Several incidents begin with the id.</summary>
internal sealed class AmbiguousIdException(string id, ImmutableArray<IncidentSnapshot> candidates)
    : Exception($"several incidents begin with «{id}»")
{
    /// <summary>One line each: the id and what it is about.</summary>
    public IEnumerable<string> Candidates => candidates.Select(each =>
        $"  {each.Incident.Id}  {each.Incident.Severity.ToKebabCase().ToUpperInvariant()}  {each.Incident.Status.ToKebabCase()}  "
        + each.Incident.Subject.Title);
}
