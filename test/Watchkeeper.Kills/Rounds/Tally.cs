using System.Globalization;

namespace Watchkeeper.Kills.Rounds;

/// <summary>The sums over rounds.</summary>
internal sealed class Tally
{
    private readonly Lock gate = new();

    public int Rounds { get; private set; }

    public int Kills { get; private set; }

    public int Lost { get; private set; }

    public int Stuck { get; private set; }

    public int Wrong { get; private set; }

    public int Duplicates { get; private set; }

    public int AmbiguousSends { get; private set; }

    /// <summary>The messages that the emulator accepted.</summary>
    public int Messages { get; private set; }

    public int ReactionCalls { get; private set; }

    public static Tally From(IEnumerable<RoundReport> rounds)
    {
        var tally = new Tally();
        foreach (var round in rounds)
            tally.Add(round);
        return tally;
    }

    public void Add(RoundReport report)
    {
        lock (gate)
        {
            Rounds++;
            Kills += report.Log.Kills;
            Lost += report.Lost.Length;
            Stuck += report.Stuck.Length;
            Wrong += report.Wrong.Length;
            Duplicates += Math.Max(0, report.Duplicates);
            AmbiguousSends += report.Log.AmbiguousSends;
            Messages += report.Log.Sent.Count();
            ReactionCalls += report.Log.Reactions.Count();
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kills} kills in {Rounds} rounds: {Lost} lost, {Stuck} stuck, {Wrong} wrong, {Messages} messages, "
            + $"{Duplicates} duplicates against {AmbiguousSends} ambiguous sends, {ReactionCalls} reaction calls");
}
