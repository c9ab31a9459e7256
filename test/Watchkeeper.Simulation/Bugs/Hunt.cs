using System.Text.Json;
using System.Text.Json.Serialization;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Bugs;

/// <summary>Looks for a broken promise in short histories, as many as a mistake may take until it counts as not found.</summary>
internal static class Hunt
{
    /// <summary>Events of each history, and histories at most.</summary>
    private const int Events = 200, Histories = 100;

    /// <summary>
    /// Random histories, one seed after the other, so that the number of events says something; then what is rare in them.
    /// </summary>
    public static HuntResult Run()
    {
        var random = Random(null);
        return random.Invariant is null
            ? Through([.. StepFaults.Singles(), .. Storms(), .. WrongClocks.Of(6_000)], random.Events)
            : random;
    }

    /// <summary>Random histories alone.</summary>
    /// <param name="bug">A mistake at the ports; null where the product is to be taken as it is.</param>
    public static HuntResult Random(ISeededBug? bug) =>
        Through(Enumerable.Range(1, Histories).Select(seed => HistoryPlan.Random((ulong)seed, Events) with { Bug = bug }), 0);

    private static IEnumerable<HistoryPlan> Storms() =>
        from seed in Enumerable.Range(1, Histories)
        from kind in (HistoryKind[])[HistoryKind.Blackouts, HistoryKind.Surges]
        select HistoryPlan.Storm(kind, (ulong)seed, Events);

    private static HuntResult Through(IEnumerable<HistoryPlan> plans, long events)
    {
        foreach (var plan in plans)
        {
            var result = Fleet.Run(plan);
            events += result.Breach?.Events ?? result.Totals.Events;
            if (result.Breach is { } breach)
                return new HuntResult(events, breach.Invariant, breach.Words, plan.Seed);
        }

        return new HuntResult(events, null, null, null);
    }
}

/// <summary>What a hunt came to; as JSON, in one line, the answer of the option <c>--hunt</c>.</summary>
/// <param name="Events">How many events it took, or how many there were.</param>
/// <param name="Invariant">The promise that broke; null where none did.</param>
/// <param name="Words">What was seen.</param>
/// <param name="Seed">The history in which it was.</param>
internal sealed record HuntResult(long Events, string? Invariant, string? Words, ulong? Seed)
{
    public string ToJson() => JsonSerializer.Serialize(this, HuntJson.Default.HuntResult);

    public static HuntResult FromJson(string line) => JsonSerializer.Deserialize(line, HuntJson.Default.HuntResult)!;

    /// <summary>One line for people.</summary>
    public string About(string name) => Invariant is null
        ? FormattableString.Invariant($"NOT FOUND in {Events:n0} events: {name}")
        : FormattableString.Invariant($"found after {Events,6:n0} events: {name} ({Invariant}: {Words})");
}

/// <summary>For results that one simulator tells another.</summary>
[JsonSerializable(typeof(HuntResult))]
internal sealed partial class HuntJson : JsonSerializerContext;
