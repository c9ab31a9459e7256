using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Tests.Intake;

/// <summary>Slots that cannot be written, as if the process died before its request.</summary>
internal sealed class DyingSlots(ISlotStore slots) : ISlotStore
{
    public Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken) => throw new TimeoutException();

    public Task<Slot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken) =>
        slots.ReadAsync(fingerprint, cancellationToken);

    public IAsyncEnumerable<Slot> ListActiveAsync(CancellationToken cancellationToken) => slots.ListActiveAsync(cancellationToken);

    public IAsyncEnumerable<Slot> ListDismissedAsync(CancellationToken cancellationToken) =>
        slots.ListDismissedAsync(cancellationToken);
}
