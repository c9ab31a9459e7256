using Microsoft.CodeAnalysis.Text;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>Replaces one piece of a member's code.</summary>
/// <param name="Member">The member.</param>
/// <param name="Find">The code to find, which occurs exactly once in the member.</param>
/// <param name="Put">The code to put in its place; may be empty.</param>
internal sealed record Edit(MemberPath Member, Fragment Find, Fragment Put)
{
    /// <summary>Locates the code to find.</summary>
    /// <exception cref="MutationException">The code occurs nowhere, or more than once.</exception>
    public Place Locate(ProductSources sources)
    {
        var members = sources.Find(Member);
        var places = members
            .SelectMany(member => member.Code.Find(Find).Select(span => new Place(member.File, Shifted(span, member.Span.Start))))
            .ToList();
        return places switch
        {
            [var one] => one,
            [] => throw new MutationException($"«{Find.Text}» matches nothing in it; {Nearest(members)}"),
            _ => throw new MutationException(
                $"«{Find.Text}» matches {places.Count} times: {string.Join(", ", places)}; "
                + "write more of what stands around the one that is meant, or name the overload"),
        };
    }

    private string Nearest(IReadOnlyList<SourceMember> members)
    {
        var nearest = members
            .Select(member => (Member: member, Resemblance: member.Code.Nearest(Find)))
            .OrderBy(pair => pair.Resemblance?.Differences.Length ?? int.MaxValue)
            .First();
        if (nearest.Resemblance is not { } found)
        {
            var places = members.Select(member => member.File.At(member.Span.Start));
            return $"nothing in it is like that; it stands at {string.Join(", ", places)}";
        }

        var differences = found.Differences.Select(pair => $"«{pair.Here}» in place of «{pair.There}»");
        return $"{nearest.Member.File.At(nearest.Member.Span.Start + found.Start)} has {string.Join(", ", differences)}";
    }

    private static TextSpan Shifted(TextSpan span, int by) => new(span.Start + by, span.Length);

    /// <summary>A place in a file.</summary>
    internal sealed record Place(SourceFile File, TextSpan Span)
    {
        /// <inheritdoc/>
        public override string ToString() => File.At(Span.Start);
    }
}
