using Watchkeeper.Queries;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Matching;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Asking;

/// <summary>Says why a filter found what it found: labels that nothing has, and what each matcher left.</summary>
internal static class FilterDiagnosis
{
    // Enough to know an installation's labels; a longer list is not read twice.
    private const int MaxIncidents = 2000;

    /// <summary>Notes what is likely a typing error, or why nothing was found.</summary>
    /// <param name="queries">The incidents.</param>
    /// <param name="options">The question.</param>
    /// <param name="found">The labels of what was found.</param>
    /// <param name="screen">Where the notes go.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public static async Task NoteAsync(
        IncidentQueries queries, ListOptions options, IReadOnlyCollection<LabelSet> found, Screen screen,
        CancellationToken cancellationToken)
    {
        var filter = options.Filter;
        if (filter.Matchers.IsEmpty)
            return;
        if (found.Count > 0 && filter.FindUnknownLabels(found).Names.IsEmpty)
            return;
        var page = await queries.ListAsync(options.Question, MaxIncidents, null, cancellationToken);
        var all = page.Incidents.Where(each => options.Status is null || each.Incident.Status == options.Status)
            .Select(each => IncidentLabels.From(each.Incident)).ToList();
        var unknown = filter.FindUnknownLabels(all);
        foreach (var name in unknown.Names)
            screen.Note($"no incident has the label {name}; known: {string.Join(", ", unknown.Known)}");
        if (found.Count == 0)
            screen.Note(Counts(filter.Count(all)));
    }

    // «0 of 41; service=order: 7, of these severity=critical: 0»
    private static string Counts(MatcherCounts counts) =>
        $"{counts.Matched} of {counts.Total}; "
        + string.Join(", of these ", counts.Matchers.Select(each => $"{each.Matcher}: {each.Left}"));
}
