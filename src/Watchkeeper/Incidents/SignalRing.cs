using System.Collections;
using System.Collections.Immutable;

namespace Watchkeeper.Incidents;

/// <summary>
/// Ids of the signals recorded last, oldest first. A full ring is cut to its newest half by the next write that knows the slot,
/// so the last <see cref="Kept"/> ids are always remembered, and a write that only appends needs no read.
/// </summary>
public sealed class SignalRing : IEquatable<SignalRing>, IEnumerable<string>
{
    /// <summary>Most ids that it holds.</summary>
    public const int Capacity = 16;

    /// <summary>How many newest ids stay when it is cut.</summary>
    public const int Kept = 8;

    private readonly ImmutableArray<string> ids;

    private SignalRing(ImmutableArray<string> ids) => this.ids = ids;

    /// <summary>No ids.</summary>
    public static SignalRing Empty { get; } = new([]);

    /// <summary>How many ids it holds.</summary>
    public int Count => ids.Length;

    /// <summary>Whether nothing more can be appended without cutting it.</summary>
    public bool IsFull => ids.Length >= Capacity;

    /// <summary>A ring of these ids, oldest first, as a store kept them.</summary>
    public static SignalRing From(IEnumerable<string> ids) => new([.. ids]);

    /// <summary>Whether this signal has been recorded lately.</summary>
    public bool Contains(string id) => ids.Contains(id, StringComparer.Ordinal);

    /// <summary>The ring with one more id, cut first if it is full.</summary>
    public SignalRing Append(string id) => new(IsFull ? [.. ids[^(Kept - 1)..], id] : ids.Add(id));

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)ids).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(SignalRing? other) => other is not null && ids.AsSpan().SequenceEqual(other.ids.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SignalRing);

    /// <inheritdoc/>
    public override int GetHashCode() => ids.IsEmpty ? 0 : HashCode.Combine(ids.Length, ids[^1]);
}
