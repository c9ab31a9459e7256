using System.Collections;
using System.Collections.Immutable;

namespace Watchkeeper.Signals;

/// <summary>Labels in ordinal order of their names, compared by value, so that records which hold them are too.</summary>
public sealed class LabelSet : IEquatable<LabelSet>, IEnumerable<KeyValuePair<string, string>>
{
    private readonly ImmutableSortedDictionary<string, string> labels;

    private LabelSet(ImmutableSortedDictionary<string, string> labels) => this.labels = labels;

    /// <summary>No labels.</summary>
    public static LabelSet Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>How many there are.</summary>
    public int Count => labels.Count;

    /// <summary>The value of a label, or an empty string where there is none: Alertmanager's matchers do not tell the two apart.</summary>
    public string this[string name] => labels.GetValueOrDefault(name, "");

    /// <summary>The labels of the pairs; of two pairs with one name the later counts, and pairs without a name or a value are left out.</summary>
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

    /// <summary>These labels and one more, or with another value; an empty value takes the label away.</summary>
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
