using System.Collections.Immutable;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Intake;

/// <summary>
/// Ends the incidents of a resource that no longer exists. No index leads from a resource to its incidents; active ones are few, and such
/// events are rare beside alarms.
/// </summary>
public sealed class GoneResources(ISlotStore slots, SignalIntake intake)
{
    /// <summary>Ends them; the answer has one for each.</summary>
    public async Task<ImmutableArray<RecordedSignal>> EndAsync(SignalParseResult.Gone gone, string? trace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(gone);
        var ended = ImmutableArray.CreateBuilder<RecordedSignal>();
        await foreach (var slot in slots.ListActiveAsync(cancellationToken))
        {
            if (ResourceEnd.SignalFor(slot, gone) is { } signal)
                ended.Add(await intake.RecordAsync(signal with { Trace = trace }, slot, cancellationToken));
        }

        return ended.ToImmutable();
    }
}
