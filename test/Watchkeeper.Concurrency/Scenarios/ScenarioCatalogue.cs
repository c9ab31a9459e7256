using System.Collections.Immutable;
using Watchkeeper.Concurrency.Stores;

namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>Every scenario: a few concurrent tasks, and what must hold in any interleaving.</summary>
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
        ["two operators acknowledge"] = OperatorScenarios.TwoAcknowledgementsAsync,
        ["an operator acknowledges twice"] = OperatorScenarios.AcknowledgementRepeatedAsync,
        ["an acknowledgement against the end"] = OperatorScenarios.AcknowledgementAgainstTheEndAsync,
        ["a resolution against a repeat"] = OperatorScenarios.ResolutionAgainstARepeatAsync,
        ["an acknowledgement against a sweep"] = OperatorScenarios.AcknowledgementAgainstASweepAsync,
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

    /// <summary>The names of the scenarios.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Keys];

    /// <summary>Finds a scenario, to run once under each schedule, over stores that write in one step or in two.</summary>
    /// <remarks>The signature has only types of the framework, so that another load context can call it.</remarks>
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
