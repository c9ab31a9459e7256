using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>
/// A path in an event: member names with dots between, such as <c>detail.requestParameters.bucketName</c>. The path follows all
/// elements of an array on its way.
/// </summary>
public sealed class EventPath
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
            var found = new List<string>();
            Collect(json, names.AsSpan(), found, MaximumDepth);
            if (found.Count > 0)
                return [.. found.Distinct(StringComparer.Ordinal)];
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

    /// <inheritdoc/>
    public override string ToString() => string.Join('|', alternatives.Select(names => string.Join('.', names)));

    private static void Collect(JsonElement element, ReadOnlySpan<string> names, List<string> found, int depthLeft)
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
            case JsonValueKind.String when names.IsEmpty:
                if (JsonText.Read(element) is { Length: > 0 } text)
                    found.Add(text);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when names.IsEmpty:
                found.Add(element.GetRawText());
                break;
        }
    }
}
