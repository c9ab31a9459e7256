using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Watchkeeper.Benchmarks.Month;

/// <summary>Reads the activities of a month from the text files beside this one.</summary>
internal static class Script
{
    private static readonly string[] Files = ["deploys.txt", "people.txt", "machines.txt", "rare.txt"];

    // CloudTrail shows these parameters as the text that the caller sent.
    private static readonly string[] Documents = ["policyDocument", "assumeRolePolicyDocument", "policy", "Policy"];

    /// <summary>All activities, in the order of the files.</summary>
    public static ImmutableArray<Activity> Read()
    {
        var callers = Lines("callers.txt").Select(line => line.Split(' ', 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        return [.. Files.SelectMany(file => Activities(Lines(file), callers))];
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Month", file)).Where(line => line.Length > 0 && line[0] != '#');

    private static IEnumerable<Activity> Activities(IEnumerable<string> lines, Dictionary<string, string> callers)
    {
        Activity? activity = null;
        foreach (var line in lines)
        {
            if (!line.StartsWith("== ", StringComparison.Ordinal))
            {
                activity = activity! with { Calls = activity.Calls.Add(CallIn(line)) };
                continue;
            }

            if (activity is not null)
                yield return activity;
            var parts = line[3..].Split(" | ");
            var (count, pace) = Often(parts[2]);
            activity = new Activity(parts[0], callers[parts[1]], count, pace, []);
        }

        yield return activity!;
    }

    // «4 a workday», or «day 23».
    private static (int Count, Pace Pace) Often(string text)
    {
        var words = text.Split(' ');
        return words is ["day", var day]
            ? (int.Parse(day, CultureInfo.InvariantCulture), Pace.Once)
            : (int.Parse(words[0], CultureInfo.InvariantCulture), Enum.Parse<Pace>(words[2], ignoreCase: true));
    }

    private static Call CallIn(string line)
    {
        var words = line.Split(' ', 3);
        var (error, rest) = words[2] is ['!', .. var failed] ? (failed.Split(' ')[0], failed.Split(' ', 2)[1]) : ("", words[2]);
        var (parameters, answer) = Two(rest, " => ");
        var (response, additional) = Two(answer, " + ");
        return new Call(words[0], words[1], error, AsCloudTrailShows(parameters), response, additional);
    }

    private static (string First, string Second) Two(string text, string between) =>
        text.Split(between, 2) is [var first, var second] ? (first, second) : (text, "null");

    private static string AsCloudTrailShows(string parameters)
    {
        var node = JsonNode.Parse(parameters);
        Flatten(node);
        return node?.ToJsonString() ?? "null";
    }

    private static void Flatten(JsonNode? node)
    {
        if (node is not JsonObject members)
            return;
        foreach (var (name, value) in members.ToList())
        {
            if (value is JsonObject && Documents.Contains(name, StringComparer.Ordinal))
                members[name] = value.ToJsonString();
            else
                Flatten(value);
        }
    }
}
