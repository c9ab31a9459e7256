using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Bugs;

/// <summary>Puts one mistake in after the other, and counts the events until it is found.</summary>
internal static class BugHunt
{
    /// <summary>Events of each history, and histories at most until a mistake counts as not found.</summary>
    private const int Events = 200, Histories = 100;

    /// <summary>Looks for all; true where each was found.</summary>
    public static bool Run(TextWriter output, int threads)
    {
        var found = 0;
        foreach (var bug in BugCatalogue.All)
        {
            var (breach, events) = Find(bug);
            found += breach is null ? 0 : 1;
            output.WriteLine(breach is null
                ? FormattableString.Invariant($"NOT FOUND in {events:n0} events: {bug.Name}")
                : FormattableString.Invariant($"found after {events,6:n0} events: {bug.Name} ({breach.Invariant}: {breach.Words})"));
        }

        output.WriteLine(FormattableString.Invariant($"{found} of {BugCatalogue.All.Length} found"));
        return found == BugCatalogue.All.Length;
    }

    /// <summary>Runs histories with a mistake in them until a promise breaks.</summary>
    public static (Breach? Breach, long Events) Find(ISeededBug bug)
    {
        long events = 0;
        for (var seed = 1UL; seed <= Histories; seed++)
        {
            var result = Fleet.Run(HistoryPlan.Random(seed, Events) with { Bug = bug });
            events += result.Breach?.Events ?? result.Totals.Events;
            if (result.Breach is { } breach)
                return (breach, events);
        }

        return (null, events);
    }
}
