using System.Collections.Immutable;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>A bug in the product's own code, as edits of members named by their symbols.</summary>
/// <param name="Name">Its name, which is the name of its file.</param>
/// <param name="Mistake">What the mutation does wrong.</param>
/// <param name="Edits">The edits that bring it about.</param>
internal sealed record Mutation(string Name, string Mistake, ImmutableArray<Edit> Edits)
{
    /// <summary>The file name extension of mutations.</summary>
    public const string Extension = ".mutation";

    /// <summary>The mutations of a clone, by name.</summary>
    public static ImmutableArray<Mutation> ReadAll(Clone clone) =>
    [
        .. Directory.EnumerateFiles(clone.PathOf("test", "Watchkeeper.Simulation", "Bugs", "Mutations"), $"*{Extension}")
            .Order(StringComparer.Ordinal)
            .Select(path => MutationReader.Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];

    /// <summary>The changed files, with their new text.</summary>
    /// <exception cref="MutationException">The mutation does not fit the sources.</exception>
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
        // From the last to the first, so that earlier places keep their offsets.
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
