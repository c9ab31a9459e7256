using System.Collections.Immutable;
using System.Reflection;

namespace Watchkeeper.Architecture.Tests;

/// <summary>
/// The rooms of the house (namespaces, each a folder) and the rooms that each may use, as Rooms.txt lists them: one line a room,
/// <c>Notification.Links: Notification, Incidents, Signals</c>, without the common prefix <c>Watchkeeper.</c>.
/// </summary>
internal sealed record Rooms(ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Allowed)
{
    /// <summary>The list of the house.</summary>
    public static Rooms Listed { get; } = Parse(ReadList());

    /// <summary>Reads a list; lines that begin with # are comments.</summary>
    public static Rooms Parse(string text) => new(text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(':', 2))
        .ToImmutableSortedDictionary(
            parts => parts[0],
            parts => parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .ToImmutableSortedSet(StringComparer.Ordinal),
            StringComparer.Ordinal));

    /// <summary>
    /// One sentence for each arrow of the code that the list lacks, and for each arrow of the list that the code lacks.
    /// </summary>
    public IEnumerable<string> Differences(IReadOnlyCollection<Arrow> arrows)
    {
        foreach (var room in arrows.GroupBy(arrow => arrow.From, StringComparer.Ordinal))
        {
            if (!Allowed.TryGetValue(room.Key, out var allowed))
            {
                yield return $"Rooms.txt lacks a line: {room.Key}: "
                    + $"{string.Join(", ", room.Select(arrow => arrow.To).Distinct().Order(StringComparer.Ordinal))}";
                continue;
            }

            foreach (var arrow in room.DistinctBy(arrow => arrow.To).Where(arrow => !allowed.Contains(arrow.To)))
                yield return $"{arrow.From} must not use {arrow.To} ({arrow.Origin} uses {arrow.Target})";
        }

        var drawn = arrows.Select(arrow => (arrow.From, arrow.To)).ToHashSet();
        foreach (var (room, allowed) in Allowed)
        {
            foreach (var unused in allowed.Where(other => !drawn.Contains((room, other))))
                yield return $"{room} no longer uses {unused}: take it out of Rooms.txt";
        }
    }

    /// <summary>A circle of rooms, as a path that ends where it begins; empty if the list is a tree of layers.</summary>
    public ImmutableArray<string> Circle()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        return Allowed.Keys.Select(room => Walk(room, [], done)).FirstOrDefault(path => path.Length > 0, []);
    }

    private ImmutableArray<string> Walk(string room, ImmutableArray<string> path, HashSet<string> done)
    {
        if (path.Contains(room, StringComparer.Ordinal))
            return [.. path.SkipWhile(each => !string.Equals(each, room, StringComparison.Ordinal)), room];
        if (done.Contains(room))
            return [];
        var circle = Allowed.GetValueOrDefault(room, [])
            .Select(next => Walk(next, path.Add(room), done))
            .FirstOrDefault(found => found.Length > 0, []);
        done.Add(room);
        return circle;
    }

    private static string ReadList()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Rooms.txt")!);
        return reader.ReadToEnd();
    }
}
