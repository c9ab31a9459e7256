using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections.Paths;

/// <summary>
/// A path in an event: member names with dots between, such as <c>detail.requestParameters.bucketName</c>. The path follows all
/// elements of an array on its way.
/// </summary>
public sealed class EventPath : IEquatable<EventPath>
{
    private const int MaximumDepth = 64;

    private readonly ImmutableArray<ImmutableArray<string>> alternatives;

    private EventPath(ImmutableArray<ImmutableArray<string>> alternatives) => this.alternatives = alternatives;

    /// <summary>Parses a path; null if a text is invalid. Of several paths, the first with a value counts.</summary>
    public static EventPath? Parse(params ReadOnlySpan<string> alternatives)
    {
        var parsed = ImmutableArray.CreateBuilder<ImmutableArray<string>>(alternatives.Length);
        foreach (var text in alternatives)
        {
            ImmutableArray<string> names = [.. text.Split('.')];
            if (names.Length > MaximumDepth || names.Any(name => name.Length == 0))
                return null;
            parsed.Add(names);
        }

        return parsed.Count > 0 ? new EventPath(parsed.ToImmutable()) : null;
    }

    /// <summary>
    /// The value as text: a text itself, a number or boolean as written, several values in the event's order with commas between.
    /// Empty if there is none.
    /// </summary>
    public string Find(JsonElement json) => string.Join(',', FindAll(json));

    /// <summary>The values at the path, without duplicates, in the event's order.</summary>
    internal ImmutableArray<string> FindAll(JsonElement json)
    {
        foreach (var names in alternatives)
        {
            var found = new List<JsonElement>();
            Collect(json, names.AsSpan(), found, MaximumDepth);
            ImmutableArray<string> texts =
                [.. found.Select(Text).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];
            if (!texts.IsEmpty)
                return texts;
        }

        return [];
    }

    /// <summary>The elements at the path, in the event's order; those of an array one by one. Null is none.</summary>
    internal ImmutableArray<JsonElement> Elements(JsonElement json)
    {
        foreach (var names in alternatives)
        {
            var found = new List<JsonElement>();
            Collect(json, names.AsSpan(), found, MaximumDepth);
            if (found.Count > 0)
                return [.. found];
        }

        return [];
    }

    /// <summary>Whether a member on the way leads to this path, so that its content must be read.</summary>
    internal bool IsAt(ReadOnlySpan<string> way)
    {
        foreach (var names in alternatives)
        {
            if (names.AsSpan().SequenceEqual(way))
                return true;
        }

        return false;
    }

    /// <summary>The last name of the first path, for people.</summary>
    internal string Name => alternatives[0][^1];

    /// <summary>The paths, as event patterns name fields.</summary>
    internal IEnumerable<string> DottedNames => alternatives.Select(names => string.Join('.', names));

    /// <inheritdoc/>
    public bool Equals(EventPath? other)
    {
        if (other is null || alternatives.Length != other.alternatives.Length)
            return false;
        for (var index = 0; index < alternatives.Length; index++)
        {
            if (!alternatives[index].AsSpan().SequenceEqual(other.alternatives[index].AsSpan()))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EventPath);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(alternatives[0][^1]);

    /// <inheritdoc/>
    public override string ToString() => string.Join('|', DottedNames);

    private static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => JsonText.Read(element),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        _ => "",
    };

    private static void Collect(JsonElement element, ReadOnlySpan<string> names, List<JsonElement> found, int depthLeft)
    {
        if (depthLeft == 0)
            return;
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Collect(item, names, found, depthLeft - 1);
                break;
            case JsonValueKind.Object when names is [var name, .. var rest]:
                foreach (var member in element.EnumerateObject())
                {
                    if (JsonText.ReadName(member) == name)
                        Collect(member.Value, rest, found, depthLeft - 1);
                }

                break;
            case not (JsonValueKind.Null or JsonValueKind.Undefined) when names.IsEmpty:
                found.Add(element);
                break;
        }
    }
}
