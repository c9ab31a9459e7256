using System.Collections.Immutable;
using Watchkeeper.Kills.Faults;

namespace Watchkeeper.Kills.Rounds;

/// <summary>The result of one round.</summary>
internal sealed record RoundReport
{
    public required string Scenario { get; init; }

    public required PassageLog Log { get; init; }

    public required ImmutableSortedSet<string> Picture { get; init; }

    /// <summary>Lines that are missing from the outcome, or differ from the round without kills.</summary>
    public required ImmutableArray<string> Lost { get; init; }

    /// <summary>Claims, reactions and deliveries that nobody continues.</summary>
    public required ImmutableArray<string> Stuck { get; init; }

    /// <summary>Every other error.</summary>
    public required ImmutableArray<string> Wrong { get; init; }

    /// <summary>Messages beyond one for each delivery.</summary>
    public required int Duplicates { get; init; }

    public bool IsGood => Lost.IsEmpty && Stuck.IsEmpty && Wrong.IsEmpty && Duplicates <= Log.AmbiguousSends;

    public override string ToString()
    {
        var where = string.Join(" and ", Log.All.Where(passage => passage.Kill is not null).Select(passage => $"{passage}"));
        var faults = Lost.Select(line => $"lost: {line}")
            .Concat(Stuck.Select(line => $"stuck: {line}"))
            .Concat(Wrong.Select(line => $"wrong: {line}"))
            .Append(FormattableString.Invariant($"{Duplicates} duplicates, {Log.AmbiguousSends} ambiguous sends"));
        return $"{Scenario}, {(where.Length > 0 ? where : "no kill")}\n  {string.Join("\n  ", faults)}\n  "
            + $"{string.Join(" ", Log.All.Select(each => $"[{each.Invocation} {each}]"))}";
    }
}
