using System.Text.Json;
using System.Text.Json.Serialization;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Bugs;

/// <summary>
/// Searches short histories for a broken promise. A bug counts as not found after <see cref="Histories"/> histories.
/// </summary>
internal static class Hunt
{
    /// <summary>Events of each history, and histories at most.</summary>
    private const int Events = 200, Histories = 100;

    // Enough to leave out most; a mistake is found once, and many are sought.
    private const int ShrinkingRuns = 16;

    /// <summary>
    /// Runs random histories in the order of their seeds, so that the number of events can be compared; then histories of rare
    /// situations.
    /// </summary>
    public static HuntResult Run()
    {
        var random = Through(Randoms(null), 0, ShrinkingRuns);
        return random.Invariant is null
            ? Through(
                [.. CrowdedChats(), .. NamedStorms(), .. StepFaults.Singles(), .. Storms(), .. WrongClocks.Create(6_000)],
                random.Events, ShrinkingRuns)
            : random;
    }

    /// <summary>Runs random histories only.</summary>
    /// <param name="bug">The bug in the services; null runs the product as it is.</param>
    public static HuntResult Random(ISeededBug? bug) =>
        Through(Randoms(bug), 0, 0);

    private static IEnumerable<HistoryPlan> Randoms(ISeededBug? bug) =>
        Enumerable.Range(1, Histories).Select(seed => HistoryPlan.Random((ulong)seed, Events) with { Bug = bug });

    // More messages in a minute than a chat room takes.
    private static IEnumerable<HistoryPlan> CrowdedChats() => Enumerable.Range(1, 10)
        .Select(seed => HistoryPlan.Storm(HistoryKind.StormOfMany, (ulong)seed, Events) with { HasChat = true });

    private static IEnumerable<HistoryPlan> NamedStorms() =>
        from seed in Enumerable.Range(1, 24)
        from kind in Enum.GetValues<HistoryKind>()
        where kind >= HistoryKind.Silences
        select HistoryPlan.Storm(kind, (ulong)seed, Events);

    private static IEnumerable<HistoryPlan> Storms() =>
        from seed in Enumerable.Range(1, Histories)
        from kind in (HistoryKind[])[HistoryKind.Blackouts, HistoryKind.Surges]
        select HistoryPlan.Storm(kind, (ulong)seed, Events);

    private static HuntResult Through(IEnumerable<HistoryPlan> plans, long events, int shrinkingRuns)
    {
        foreach (var plan in plans)
        {
            var result = Fleet.Run(plan);
            events += result.Breach?.Events ?? result.Totals.Events;
            if (result.Breach is { } breach)
            {
                return new HuntResult(events, breach.Invariant, breach.Description, plan.Seed)
                {
                    Kind = plan.Kind,
                    ShrunkTo = shrinkingRuns == 0 ? null : new Shrinker(result, shrinkingRuns).Run().Totals.Events,
                };
            }
        }

        return new HuntResult(events, null, null, null);
    }
}

/// <summary>The result of a hunt; as one line of JSON, the output of the option <c>--hunt</c>.</summary>
/// <param name="Events">The events until the promise broke, or all events if none did.</param>
/// <param name="Invariant">The promise that broke; null if none did.</param>
/// <param name="Description">What the invariant observed.</param>
/// <param name="Seed">The seed of the history that broke it.</param>
internal sealed record HuntResult(long Events, string? Invariant, string? Description, ulong? Seed)
{
    /// <summary>The kind of that history.</summary>
    public HistoryKind Kind { get; init; }

    /// <summary>The events that still break it after the others were left out; null if nobody tried.</summary>
    public long? ShrunkTo { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, HuntJson.Default.HuntResult);

    public static HuntResult FromJson(string line) => JsonSerializer.Deserialize(line, HuntJson.Default.HuntResult)!;

    /// <summary>The result as one line of text.</summary>
    public string About(string name) => Invariant is null
        ? FormattableString.Invariant($"NOT FOUND in {Events:n0} events: {name}")
        : FormattableString.Invariant(
            $"found after {Events,6:n0} events, {Kind} {Seed} shrunk to {ShrunkTo}: {name} ({Invariant}: {Description})");
}

/// <summary>Serialises results from one simulator process to another.</summary>
[JsonSerializable(typeof(HuntResult))]
internal sealed partial class HuntJson : JsonSerializerContext;
