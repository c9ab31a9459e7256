using System.Collections.Immutable;
using Watchkeeper.Cli.Run;

namespace Watchkeeper.Cli.Tests.Run;

/// <summary>Several forms of output of one run.</summary>
internal sealed class OutputGroup(IReadOnlyList<IRunOutput> outputs) : IRunOutput
{
    public void Begin(RunStart start) => All(output => output.Begin(start));

    public void Announce(string what) => All(output => output.Announce(what));

    public void Show(EventFile file, ImmutableArray<EventOutcome> outcomes) => All(output => output.Show(file, outcomes));

    public void Show(string? function, DateTimeOffset time, ImmutableArray<EventEffect> effects) =>
        All(output => output.Show(function, time, effects));

    public void End(RunSummary summary) => All(output => output.End(summary));

    private void All(Action<IRunOutput> action)
    {
        foreach (var output in outputs)
            action(output);
    }
}
