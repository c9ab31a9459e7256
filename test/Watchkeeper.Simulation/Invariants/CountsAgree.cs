using System.Collections.Immutable;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>The functions' metrics add up: opened incidents minus ended incidents are the active incidents.</summary>
internal sealed class CountsAgree : Invariant
{
    private bool isHurt;

    public override string Name => "I1 counts agree";

    // Nobody counts a change that is unreadable or was given up.
    public override void BatchAnswered(FunctionName function, ImmutableArray<StreamEntry> batch, ImmutableArray<string> named) =>
        isHurt |= function is FunctionName.NotifyFunction && batch.Any(entry => entry.Change.Change is null);

    public override void GivenUp(FunctionName function, ImmutableArray<StreamEntry> batch, bool isExpired) =>
        isHurt |= function is FunctionName.NotifyFunction;

    public override void Rested()
    {
        var active = World.Table.ListActive().Length;
        var counted = World.Counts.Opened - World.Counts.Resolved;
        if (!isHurt && !World.NotifierWasHurt && counted != active)
        {
            Broken(FormattableString.Invariant(
                $"{World.Counts.Opened} opened and {World.Counts.Resolved} resolved leave {counted}, and {active} are active"));
        }
    }
}
