namespace Watchkeeper.Simulation.Bugs;

/// <summary>Puts one mistake in at the ports after the other, and counts the events until it is found.</summary>
internal static class BugHunt
{
    /// <summary>Looks for all; true where each was found.</summary>
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
