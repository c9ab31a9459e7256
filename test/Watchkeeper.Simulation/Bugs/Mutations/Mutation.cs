using System.Collections.Immutable;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>A mistake in the product's own code, as edits of members that are named by their symbols.</summary>
/// <param name="Name">By what it is called.</param>
/// <param name="Mistake">What is done wrong.</param>
/// <param name="Edits">What makes it so.</param>
internal sealed record Mutation(string Name, string Mistake, ImmutableArray<Edit> Edits)
{
    /// <summary>How the names of their files end.</summary>
    public const string Extension = ".mutation";

    /// <summary>The mutations of a clone, by name.</summary>
    public static ImmutableArray<Mutation> ReadAll(Clone clone) =>
    [
        .. Directory.EnumerateFiles(clone.PathOf("test", "Watchkeeper.Simulation", "Bugs", "Mutations"), $"*{Extension}")
            .Order(StringComparer.Ordinal)
            .Select(path => MutationReader.Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];

    /// <summary>The files that it changes, as they are afterwards.</summary>
    /// <exception cref="MutationException">It does not fit the sources.</exception>
    public ImmutableArray<SourceFile> Apply(ProductSources sources) =>
    [
        .. Edits.Select(edit => (Edit: edit, Place: Locate(edit, sources)))
            .GroupBy(pair => pair.Place.File)
            .Select(file => new SourceFile(file.Key.Path, Changed(file.Key.Text, [.. file.OrderBy(each => each.Place.Span)]))),
    ];

    private Edit.Place Locate(Edit edit, ProductSources sources)
    {
        try
        {
            return edit.Locate(sources);
        }
        catch (MutationException misfit)
        {
            throw new MutationException($"{Name}{Extension}: {edit.Member}: {misfit.Message}");
        }
    }

    private string Changed(string text, ImmutableArray<(Edit Edit, Edit.Place Place)> edits)
    {
        // From the end to the beginning, so that the places before stay where they are.
        for (var i = edits.Length - 1; i >= 0; i--)
        {
            var (edit, place) = edits[i];
            if (i > 0 && edits[i - 1].Place.Span.OverlapsWith(place.Span))
            {
                throw new MutationException(
                    $"{Name}{Extension}: {edit.Member}: «{edit.Find.Text}» overlaps «{edits[i - 1].Edit.Find.Text}»");
            }

            text = $"{text[..place.Span.Start]} {edit.Put.Text} {text[place.Span.End..]}";
        }

        return text;
    }
}
