using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>A change of one slot with its condition. A store checks the condition and makes the change in one step.</summary>
public abstract record SlotWrite
{
    private protected SlotWrite()
    {
    }

    /// <summary>The slot's fingerprint.</summary>
    public abstract Fingerprint Fingerprint { get; }

    /// <summary>Whether the condition holds on the stored slot (null: no slot).</summary>
    public abstract bool Holds(Slot? current);

    /// <summary>The slot after the change. Requires that <see cref="Holds"/> is true for <paramref name="current"/>.</summary>
    public abstract Slot Apply(Slot? current);
}

/// <summary>Replaces a known version of a slot, or creates the slot.</summary>
/// <param name="Next">The slot after the write.</param>
/// <param name="Expected">The version that must be stored; 0 if the slot must not exist.</param>
public sealed record SlotPut(Slot Next, long Expected) : SlotWrite
{
    /// <inheritdoc/>
    public override Fingerprint Fingerprint => Next.Fingerprint;

    /// <inheritdoc/>
    public override bool Holds(Slot? current) => (current?.Version ?? 0) == Expected;

    /// <inheritdoc/>
    public override Slot Apply(Slot? current) => Next;
}
