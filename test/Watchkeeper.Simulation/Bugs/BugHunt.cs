namespace Watchkeeper.Simulation.Bugs;

/// <summary>Seeds one bug after the other into the services of the processes, and counts the events until it is found.</summary>
internal static class BugHunt
{
    /// <summary>Hunts every bug; true if each was found.</summary>
    public static bool Run(TextWriter output)
    {
        var found = 0;
        foreach (var bug in BugCatalogue.All)
        {
            var result = Hunt.Random(bug);
            found += result.Invariant is null ? 0 : 1;
            output.WriteLine(result.About(bug.Name));
        }

        output.WriteLine(FormattableString.Invariant($"{found} of {BugCatalogue.All.Length} found"));
        return found == BugCatalogue.All.Length;
    }
}
