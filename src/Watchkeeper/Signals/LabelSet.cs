using System.Collections;
using System.Collections.Immutable;

namespace Watchkeeper.Signals;

/// <summary>Labels in ordinal order of their names. Label sets compare by value, and so do records that contain one.</summary>
public sealed class LabelSet : IEquatable<LabelSet>, IEnumerable<KeyValuePair<string, string>>
{
    private readonly ImmutableSortedDictionary<string, string> labels;

    private LabelSet(ImmutableSortedDictionary<string, string> labels) => this.labels = labels;

    /// <summary>The empty set.</summary>
    public static LabelSet Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>Number of labels.</summary>
    public int Count => labels.Count;

    /// <summary>
    /// The value of a label. A missing label has an empty value: Alertmanager's matchers do not distinguish the two.
    /// </summary>
    public string this[string name] => labels.GetValueOrDefault(name, "");

    /// <summary>
    /// Creates a set from the pairs. The last pair with a name wins; pairs without a name or a value are omitted.
    /// </summary>
    public static LabelSet From(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var builder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
        {
            if (name.Length > 0 && value.Length > 0)
                builder[name] = value;
        }

        return new LabelSet(builder.ToImmutable());
    }

    /// <summary>This set with one label added or replaced. An empty value removes the label.</summary>
    public LabelSet With(string name, string value) =>
        new(value is { Length: > 0 } ? labels.SetItem(name, value) : labels.Remove(name));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => labels.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(LabelSet? other) => other is not null && labels.SequenceEqual(other.labels);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LabelSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, value) in labels)
            hash.Add(HashCode.Combine(name, value));
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(",", labels.Select(label => $"{label.Key}={label.Value}"));
}
