namespace Watchkeeper.Simulation.Bugs.Patches;

/// <summary>Puts one mistake after the other into a copy of the product's own sources, builds it and counts the events until it is found.</summary>
internal static class PatchHunt
{
    /// <summary>
    /// Looks for all whose name contains <paramref name="only"/>, or one of several with commas between; true where each was found,
    /// and there is one.
    /// </summary>
    public static bool Run(TextWriter output, string only)
    {
        // An interrupted build or hunt fails, and with it goes the copy.
        Console.CancelKeyPress += (_, interrupt) => interrupt.Cancel = true;
        var clone = Clone.Find();
        var names = only.Split(',');
        var patches = Patch.Of(clone)
            .Where(patch => names.Any(name => patch.Name.Contains(name, StringComparison.Ordinal)))
            .ToList();
        var found = 0;
        using var copy = SourceCopy.Of(clone);
        copy.Build();
        foreach (var patch in patches)
        {
            var result = Try(patch, copy, out var failure);
            output.WriteLine(result?.About(patch.Name) ?? $"FAILED: {patch.Name}: {failure}");
            found += result?.Invariant is null ? 0 : 1;
        }

        output.WriteLine(FormattableString.Invariant($"{found} of {patches.Count} found"));
        return found == patches.Count && found > 0;
    }

    /// <summary>Looks for one; null where it does not apply, does not build or leaves no simulator that runs.</summary>
    public static HuntResult? Try(Patch patch, SourceCopy copy, out string? failure)
    {
        failure = patch.Misfit(copy.Folder);
        if (failure is not null)
            return null;
        patch.Apply(copy.Folder);
        try
        {
            foreach (var project in patch.Projects)
                copy.Rebuild(project);
            return copy.Hunt();
        }
        catch (CommandFailedException failed)
        {
            failure = failed.Message;
            return null;
        }
        finally
        {
            patch.Revert(copy.Folder);
            copy.PutBack();
        }
    }
}
