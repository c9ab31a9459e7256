using Watchkeeper.Queries;

namespace Watchkeeper.Cli.Asking;

/// <summary>Finds the one incident that an id means.</summary>
internal static class IncidentFinder
{
    /// <summary>The incident; null if there is none of that id.</summary>
    /// <exception cref="AskException">The id is none, or several incidents begin with it.</exception>
    public static async Task<IncidentSnapshot?> FindAsync(
        IncidentQueries queries, string id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) switch
        {
            IncidentLookup.Found found => found.Snapshot,
            IncidentLookup.Ambiguous several => throw new AmbiguousIdException(id, several.Candidates),
            IncidentLookup.Invalid invalid => throw new AskException($"«{Shown(id)}» is no incident's id: {invalid.Reason}"),
            _ => null,
        };

    /// <summary>An id as typed, cut where it is too long to be one.</summary>
    public static string Shown(string id) => Text.InertText.Line(id, 60);
}
