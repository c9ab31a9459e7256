using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>A change of one slot together with the condition under which it is right; a store does both in one step or neither.</summary>
public abstract record SlotWrite
{
    private protected SlotWrite()
    {
    }

    /// <summary>The slot it changes.</summary>
    public abstract Fingerprint Fingerprint { get; }

    /// <summary>Whether the change is right on what the store holds now (null: nothing).</summary>
    public abstract bool Holds(Slot? current);

    /// <summary>The slot after the change; <paramref name="current"/> is one on which <see cref="Holds"/> is true.</summary>
    public abstract Slot Apply(Slot? current);
}

/// <summary>Puts a whole slot in place of a known version, or where there is none.</summary>
/// <param name="Next">The slot afterwards.</param>
/// <param name="Expected">The version that must be there; 0 where there must be none.</param>
public sealed record SlotPut(Slot Next, long Expected) : SlotWrite
{
    /// <inheritdoc/>
    public override Fingerprint Fingerprint => Next.Fingerprint;

    /// <inheritdoc/>
    public override bool Holds(Slot? current) => (current?.Version ?? 0) == Expected;

    /// <inheritdoc/>
    public override Slot Apply(Slot? current) => Next;
}
