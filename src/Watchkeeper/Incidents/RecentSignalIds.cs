using System.Collections;
using System.Collections.Immutable;

namespace Watchkeeper.Incidents;

/// <summary>
/// Ids of the signals recorded last, oldest first. A full ring is cut to its newest half by the next write that knows the slot,
/// so the last <see cref="MaxRecalled"/> ids are always remembered, and a write that only appends needs no read.
/// </summary>
public sealed class RecentSignalIds : IEquatable<RecentSignalIds>, IEnumerable<string>
{
    /// <summary>Most ids that it holds.</summary>
    public const int Capacity = 16;

    /// <summary>How many newest ids stay when it is cut.</summary>
    public const int MaxRecalled = 8;

    private readonly ImmutableArray<string> ids;

    private RecentSignalIds(ImmutableArray<string> ids) => this.ids = ids;

    /// <summary>No ids.</summary>
    public static RecentSignalIds Empty { get; } = new([]);

    /// <summary>How many ids it holds.</summary>
    public int Count => ids.Length;

    /// <summary>Whether nothing more can be appended without cutting it.</summary>
    public bool IsFull => ids.Length >= Capacity;

    /// <summary>A ring of these ids, oldest first, as a store kept them.</summary>
    public static RecentSignalIds From(IEnumerable<string> ids) => new([.. ids]);

    /// <summary>Whether this signal has been recorded lately.</summary>
    public bool Contains(string id) => ids.Contains(id, StringComparer.Ordinal);

    /// <summary>The ring with one more id, cut first if it is full.</summary>
    public RecentSignalIds Append(string id) => new(IsFull ? [.. ids[^(MaxRecalled - 1)..], id] : ids.Add(id));

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)ids).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(RecentSignalIds? other) => other is not null && ids.AsSpan().SequenceEqual(other.ids.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecentSignalIds);

    /// <inheritdoc/>
    public override int GetHashCode() => ids.IsEmpty ? 0 : HashCode.Combine(ids.Length, ids[^1]);
}
