using System.Collections.Immutable;
using Watchkeeper.Concurrency.Stores;

namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>Every scenario there is: a few tasks at once, and what must be true however they get in each other's way.</summary>
public static class ScenarioCatalogue
{
    private static readonly SortedDictionary<string, Func<World, Task>> All = new(StringComparer.Ordinal)
    {
        ["three openings"] = SlotScenarios.ThreeOpeningsAsync,
        ["deliveries of one signal"] = SlotScenarios.DeliveriesOfOneSignalAsync,
        ["duplicates of a repeat"] = SlotScenarios.DuplicatesOfARepeatAsync,
        ["an end between repeats"] = SlotScenarios.EndBetweenRepeatsAsync,
        ["reopenings against an end"] = SlotScenarios.ReopeningsAgainstAnEndAsync,
        ["four occurrences"] = SlotScenarios.FourOccurrencesAsync,
        ["one process against another"] = SlotScenarios.OneProcessAgainstAnotherAsync,
        ["two sweeps and an expiry"] = SweepScenarios.ExpiryAsync,
        ["two sweeps, an expiry and a repeat"] = SweepScenarios.ExpiryAgainstARepeatAsync,
        ["two sweeps and a due message"] = SweepScenarios.DueMessageAsync,
        ["notifiers on one change"] = NotificationScenarios.OneChangeAsync,
        ["notifiers on a claim that ran out"] = NotificationScenarios.ClaimThatRanOutAsync,
        ["notifiers against one that settles late"] = NotificationScenarios.SettlingTooLateAsync,
        ["a stream read twice"] = NotificationScenarios.StreamReadTwiceAsync,
        ["reactors on one change"] = ReactionScenarios.OneChangeAsync,
        ["reactors on one target"] = ReactionScenarios.OneTargetAsync,
        ["reactors on one budget"] = ReactionScenarios.BudgetAsync,
        ["reactors on instances of one group"] = ReactionScenarios.OneGroupAsync,
        ["verifiers against the one that started"] = ReactionScenarios.VerificationAgainstTheOneThatStartedAsync,
    };

    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Keys];

    /// <summary>A scenario to be run once for each schedule, over stores that write in one step or in two.</summary>
    /// <remarks>Only types of the framework, so that it can be had from another load context.</remarks>
    public static Func<Task> Find(string name, bool inOneStep) =>
        () => RunAsync(All[name], new World(inOneStep ? Writing.InOneStep : Writing.InTwoSteps));

    private static async Task RunAsync(Func<World, Task> scenario, World world)
    {
        try
        {
            await scenario(world);
        }
        finally
        {
            world.Watch.ThrowIfBroken();
        }
    }
}
