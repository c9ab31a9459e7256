using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Queries;

namespace Watchkeeper.Cli.Silencing;

/// <summary>The first incidents of many, with how many there are.</summary>
internal static class QuietIncidents
{
    /// <summary>As many are shown.</summary>
    public const int Shown = 10;

    /// <summary>The lines of the first ones.</summary>
    public static ImmutableArray<IncidentLine> First(IEnumerable<IncidentSnapshot> incidents) =>
        [.. incidents.Take(Shown).Select(each => IncidentLine.From(each, quiet: null))];

    /// <summary><c>quiet now: 3 of 40 active incidents</c>, and below it the first ones.</summary>
    public static void Show(
        Screen screen, string lead, IReadOnlyCollection<IncidentLine> first, int count, IncidentSample active)
    {
        screen.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{lead}: {count} of {active.Incidents.Length}{(active.IsComplete ? "" : " and more")} active incidents"));
        foreach (var line in first)
            screen.Line($"  {line.Id}  {line.Severity.ToUpperInvariant()}  {line.Title}");
        if (count > first.Count)
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"  and {count - first.Count} more"));
    }
}
