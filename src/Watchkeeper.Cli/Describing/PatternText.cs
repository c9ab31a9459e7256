using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Cli.Describing;

/// <summary>A pattern in words: one line for each condition, and deeper ones for alternatives.</summary>
internal static class PatternText
{
    /// <summary>What stands above alternatives.</summary>
    public const string AnyOf = "at least one of";

    private const string Common = "detail";
    private const string Indent = "  ";

    // What a list of services and calls says already.
    private static readonly string[] Listed = [$"{Common}.eventSource", $"{Common}.eventName"];

    /// <summary>The conditions of a pattern, except the services and calls that it lists outside alternatives.</summary>
    public static ImmutableArray<string> BeyondCalls(JsonElement pattern)
    {
        var part = Part.Read(pattern, "", Listed);
        return [.. part.Conditions, .. part.Alternatives.SelectMany(Lines)];
    }

    /// <summary>All conditions of a pattern.</summary>
    public static ImmutableArray<string> Of(JsonElement pattern)
    {
        var part = Part.Read(pattern, "", []);
        return [.. part.Conditions, .. part.Alternatives.SelectMany(Lines)];
    }

    /// <summary>A path without what all paths begin with.</summary>
    public static string ShortPath(string path) =>
        path.StartsWith($"{Common}.", StringComparison.Ordinal) ? path[(Common.Length + 1)..] : path;

    /// <summary>An alternative of one or more lines.</summary>
    public static IEnumerable<string> Bullet(IEnumerable<string> lines) =>
        lines.Select((line, index) => Deeper(index == 0 ? $"- {line}" : Deeper(line)));

    /// <summary>A line under another.</summary>
    public static string Deeper(string line) => Indent + line;

    private static IEnumerable<string> Lines((string Path, JsonElement List) alternatives) =>
        [AnyOf, .. alternatives.List.Items().SelectMany(one => Bullet(Lines(Part.Read(one, alternatives.Path, []))))];

    private static IEnumerable<string> Lines(Part alternative)
    {
        var inner = alternative.Alternatives.SelectMany(Lines);
        return alternative.Conditions.IsEmpty
            ? inner
            : [string.Join(" and ", alternative.Conditions), .. inner.Select(line => line == AnyOf ? $"and {AnyOf}" : line)];
    }

    /// <summary>One level of a pattern: conditions that must all hold, and lists of alternatives.</summary>
    private sealed record Part(ImmutableArray<string> Conditions, ImmutableArray<(string Path, JsonElement List)> Alternatives)
    {
        public static Part Read(JsonElement pattern, string path, ReadOnlySpan<string> listed)
        {
            var part = new Part([], []);
            if (pattern.ValueKind is not JsonValueKind.Object)
                return part;
            foreach (var member in pattern.EnumerateObject())
            {
                var name = path.Length > 0 ? $"{path}.{member.Name}" : member.Name;
                if (member.Name == "$or")
                    part = part with { Alternatives = part.Alternatives.Add((path, member.Value)) };
                else if (member.Value.ValueKind is JsonValueKind.Object)
                    part = part.And(Read(member.Value, name, listed));
                else if (!listed.Contains(name) || !member.Value.Items().All(value => value.ValueKind is JsonValueKind.String))
                    part = part with { Conditions = part.Conditions.Add($"{ShortPath(name)} {ValueText.Of(member.Value)}") };
            }

            return part;
        }

        private Part And(Part other) =>
            new(Conditions.AddRange(other.Conditions), Alternatives.AddRange(other.Alternatives));
    }
}
