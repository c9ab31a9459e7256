using System.Collections.Immutable;
using Watchkeeper.Concurrency.Scenarios;

namespace Watchkeeper.Concurrency.Tests.Schedules;

/// <summary>
/// Runs scenarios under many schedules, and then over stores that write in two steps, which must break each scenario.
/// </summary>
internal sealed class LongForm(int schedules, int seed, TextWriter output)
{
    /// <summary>Runs it; returns 0 if only the second kind broke.</summary>
    /// <param name="names">The names of the scenarios; all if empty.</param>
    public int Run(ImmutableArray<string> names)
    {
        var results = (names.IsEmpty ? ScenarioCatalogue.Names : names).Select(Run).ToList();
        var wrong = results.Count(good => !good);
        output.WriteLine(FormattableString.Invariant($"seed {seed}: {results.Count} scenarios, {wrong} went wrong"));
        return wrong == 0 ? 0 : 1;
    }

    private bool Run(string scenario)
    {
        var kept = Exploration.Run(scenario, schedules, seed);
        output.WriteLine(FormattableString.Invariant(
            $"{scenario}: {kept.Schedules} schedules in {kept.Seconds:0.0} s, {kept.Breach ?? "nothing broke"}"));
        var broken = Exploration.Run(scenario, schedules, seed, inOneStep: false);
        output.WriteLine(FormattableString.Invariant(
            $"  written in two steps: {broken.Breach?.Split('\n')[0] ?? "nothing broke"} (schedule {broken.Schedules})"));
        return kept.Breach is null && broken.Breach is not null;
    }
}
