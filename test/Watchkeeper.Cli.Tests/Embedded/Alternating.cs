using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Tests.Embedded;

/// <summary>Two stores over one file, used in turn, so that each also sees the other's writes.</summary>
internal sealed class Alternating(ISlotStore first, ISlotStore second) : ISlotStore
{
    private int calls;

    private ISlotStore Next => Interlocked.Increment(ref calls) % 2 == 0 ? first : second;

    public Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken) =>
        Next.WriteAsync(write, cancellationToken);

    public Task<Slot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken) =>
        Next.ReadAsync(fingerprint, cancellationToken);

    public IAsyncEnumerable<Slot> ListActiveAsync(CancellationToken cancellationToken) => Next.ListActiveAsync(cancellationToken);

    public IAsyncEnumerable<Slot> ListDismissedAsync(CancellationToken cancellationToken) =>
        Next.ListDismissedAsync(cancellationToken);
}
