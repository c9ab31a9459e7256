using System.Collections;
using System.Collections.Immutable;

namespace Watchkeeper.Incidents;

/// <summary>
/// Ids of the signals recorded last, oldest first. The next write that knows the slot cuts a full list to its newest half. So the
/// list always holds the last <see cref="MaxRecalled"/> ids, and an appending write needs no read.
/// </summary>
public sealed class RecentSignalIds : IEquatable<RecentSignalIds>, IEnumerable<string>
{
    /// <summary>Maximum number of ids in the list.</summary>
    public const int Capacity = 16;

    /// <summary>Number of newest ids that remain after a cut.</summary>
    public const int MaxRecalled = 8;

    private readonly ImmutableArray<string> ids;

    private RecentSignalIds(ImmutableArray<string> ids) => this.ids = ids;

    /// <summary>The empty list.</summary>
    public static RecentSignalIds Empty { get; } = new([]);

    /// <summary>Number of ids in the list.</summary>
    public int Count => ids.Length;

    /// <summary>Whether the list must be cut before another id is appended.</summary>
    public bool IsFull => ids.Length >= Capacity;

    /// <summary>Creates the list from stored ids, oldest first.</summary>
    public static RecentSignalIds From(IEnumerable<string> ids) => new([.. ids]);

    /// <summary>Whether the list holds the signal's id.</summary>
    public bool Contains(string id) => ids.Contains(id, StringComparer.Ordinal);

    /// <summary>The list with one more id; a full list is cut first.</summary>
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
