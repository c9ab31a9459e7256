using System.Collections.Immutable;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Checks a rule of the whole file, whose parts have the right form.</summary>
/// <param name="root">The file.</param>
/// <param name="today">The time.</param>
/// <param name="problems">What is found.</param>
internal delegate void ConfigurationRule(CheckedMap root, DateTimeOffset today, ProblemSink problems);

/// <summary>The rules between the parts of a file: each is one file in this folder and one line here.</summary>
internal static class ConfigurationRules
{
    // What Alertmanager demands too: without it there is no route tree to ask.
    private static readonly ImmutableArray<ConfigurationRule> Alertmanager =
    [
        UniqueNames.Check,
        RootRoute.Check,
        ReceiverReferences.Check,
        TimeIntervalReferences.Check,
        GroupLabels.Check,
    ];

    private static readonly ImmutableArray<ConfigurationRule> Own =
    [
        MatcherMeaning.Check,
        HiddenRoutes.Check,
        SplitIntervals.Check,
        UnreachedReceivers.Check,
        ChannelAddresses.Check,
        ServiceDependencies.Check,
        ServiceOwnership.Check,
        EndedExceptions.Check,
        SilenceDurations.Check,
        Placeholders.Check,
    ];

    /// <summary>Checks all rules. Returns whether the file has a route tree that Alertmanager would take too.</summary>
    /// <param name="root">The file.</param>
    /// <param name="own">The user's own detections; null if the file names none, or if they could not be read.</param>
    /// <param name="today">The time.</param>
    /// <param name="problems">What is found.</param>
    public static bool Check(
        CheckedMap root, IEnumerable<Detection>? own, DateTimeOffset today, ProblemSink problems)
    {
        foreach (var rule in Alertmanager)
            rule(root, today, problems);
        var isRoutable = !problems.Has(ProblemLevel.Error);
        foreach (var rule in Own)
            rule(root, today, problems);
        DetectionReferences.Check(root, own, problems);
        return isRoutable;
    }
}
