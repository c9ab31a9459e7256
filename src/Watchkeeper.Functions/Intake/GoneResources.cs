using System.Collections.Immutable;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Intake;

/// <summary>
/// Ends the incidents of a deleted resource. No index maps a resource to its incidents: few incidents are active, and such events
/// are rarer than alarms.
/// </summary>
internal sealed class GoneResources(ISlotStore slots, SignalIntake intake)
{
    /// <summary>Ends the incidents and returns one recorded signal for each.</summary>
    public async Task<ImmutableArray<RecordedSignal>> EndAsync(
        SignalParseResult.Gone gone, string? trace, CancellationToken cancellationToken)
    {
        var ended = ImmutableArray.CreateBuilder<RecordedSignal>();
        await foreach (var slot in slots.ListActiveAsync(cancellationToken))
        {
            if (ResourceEnd.SignalFor(slot, gone) is { } signal)
                ended.Add(await intake.RecordAsync(signal with { Trace = trace }, slot, cancellationToken));
        }

        return ended.ToImmutable();
    }
}
