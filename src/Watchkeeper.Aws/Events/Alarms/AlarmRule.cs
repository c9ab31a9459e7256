using System.Collections.Immutable;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>A composite alarm's rule, such as <c>ALARM(a) AND NOT OK("b")</c>.</summary>
internal static class AlarmRule
{
    private static readonly string[] Functions = ["ALARM(", "OK(", "INSUFFICIENT_DATA("];

    /// <summary>
    /// The names of the alarms that it asks for, once each, in its order. None where it is written otherwise (TRUE, FALSE,
    /// AT_LEAST).
    /// </summary>
    public static ImmutableArray<string> NamesIn(string rule)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; Next(rule, at) is { } start; at = start)
        {
            var rest = rule.AsSpan(start).TrimStart();
            var quoted = rest.StartsWith('"');
            rest = quoted ? rest[1..] : rest;
            var end = rest.IndexOf(quoted ? '"' : ')');
            if (end < 0)
                break;
            var name = AlarmArn.NameIn(rest[..end].Trim().ToString());
            if (name.Length > 0 && !names.Contains(name))
                names.Add(name);
        }

        return names.ToImmutable();
    }

    private static int? Next(string rule, int from)
    {
        var nearest = Functions
            .Select(function => (At: rule.IndexOf(function, from, StringComparison.Ordinal), function.Length))
            .Where(found => found.At >= 0)
            .DefaultIfEmpty((At: -1, Length: 0))
            .MinBy(found => found.At);
        return nearest.At < 0 ? null : nearest.At + nearest.Length;
    }
}
