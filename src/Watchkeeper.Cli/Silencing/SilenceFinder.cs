using System.Buffers;
using System.Collections.Immutable;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Muting;
using Watchkeeper.Storage;

namespace Watchkeeper.Cli.Silencing;

/// <summary>Finds the one silence that an id means, among those that are not over and the last that were.</summary>
internal sealed class SilenceFinder(SilenceStore silences)
{
    private const string Prefix = "sil-";
    private const int Digits = 16;
    private const int MinDigits = 6;
    private const int MaxPast = 1_000;
    private const int MaxShown = 5;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>The silence with this id, with or without <c>sil-</c>, whole or shortened.</summary>
    /// <exception cref="AskException">The text is no id, no silence has it, or several begin with it.</exception>
    public async Task<Silence> FindAsync(string id, CancellationToken cancellationToken)
    {
        var typed = id.Trim().ToLowerInvariant();
        var digits = typed.StartsWith(Prefix, StringComparison.Ordinal) ? typed[Prefix.Length..] : typed;
        if (digits.Length is < MinDigits or > Digits || digits.AsSpan().ContainsAnyExcept(Hex))
        {
            throw new AskException(
                $"«{IncidentFinder.Shown(id)}» is no silence's id: it is {Prefix} and {Digits} hexadecimal digits, of which the "
                + $"first {MinDigits} or more are enough if no other silence begins with them");
        }

        return await CandidatesAsync(Prefix + digits, cancellationToken) switch
        {
            [] => throw new AskException(
                $"There is no silence «{IncidentFinder.Shown(id)}», or it ended long ago; see silence list --past."),
            [var only] => only,
            var several => throw new AskException(
                $"Several silences begin with «{IncidentFinder.Shown(id)}»; give more of the id: "
                + string.Join(", ", several.Take(MaxShown).Select(each => $"{each.Id} ({each.By}: {each.Reason})"))),
        };
    }

    private async Task<ImmutableArray<Silence>> CandidatesAsync(string prefix, CancellationToken cancellationToken)
    {
        var current = await silences.ListAsync(cancellationToken);
        ImmutableArray<Silence> found = [.. Beginning(current, prefix)];
        // A whole id has one silence.
        if (prefix.Length == Prefix.Length + Digits && !found.IsEmpty)
            return found;
        return [.. found, .. Beginning(await silences.ListPastAsync(MaxPast, cancellationToken), prefix)];
    }

    private static IEnumerable<Silence> Beginning(SilenceList list, string prefix) =>
        list.Silences.Where(silence => silence.Id.StartsWith(prefix, StringComparison.Ordinal));
}
