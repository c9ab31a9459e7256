namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>
/// Puts one mutation after the other into a copy of the product's own sources, builds it and counts the events until it is found.
/// </summary>
internal static class MutationHunt
{
    /// <summary>
    /// Hunts every mutation whose name contains one of the words in <paramref name="only"/>, separated by commas; true if there
    /// is at least one and each was found.
    /// </summary>
    public static bool Run(TextWriter output, string only)
    {
        // An interrupt makes the build or hunt fail, which removes the copy.
        Console.CancelKeyPress += (_, interrupt) => interrupt.Cancel = true;
        var clone = Clone.Find();
        var names = only.Split(',');
        var mutations = Mutation.ReadAll(clone)
            .Where(mutation => names.Any(name => mutation.Name.Contains(name, StringComparison.Ordinal)))
            .ToList();
        var found = 0;
        using var copy = SourceCopy.Create(clone);
        var sources = ProductSources.Read(copy.Folder);
        copy.Build();
        foreach (var mutation in mutations)
        {
            var result = Try(mutation, sources, copy, out var failure);
            output.WriteLine(result?.About(mutation.Name) ?? $"FAILED: {mutation.Name}: {failure}");
            found += result?.Invariant is null ? 0 : 1;
        }

        output.WriteLine(FormattableString.Invariant($"{found} of {mutations.Count} found"));
        return found == mutations.Count && found > 0;
    }

    /// <summary>Hunts one mutation; null if it does not fit, does not build, or its simulator does not run.</summary>
    private static HuntResult? Try(Mutation mutation, ProductSources sources, SourceCopy copy, out string? failure)
    {
        failure = null;
        try
        {
            copy.Change(mutation.Apply(sources));
            return copy.Hunt();
        }
        catch (Exception failed) when (failed is MutationException or CommandFailedException)
        {
            failure = failed.Message;
            return null;
        }
        finally
        {
            copy.PutBack();
        }
    }
}
