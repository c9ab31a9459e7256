using System.Text.Json;
using Shouldly;

namespace Watchkeeper.EndToEnd;

/// <summary>
/// One run of the story, as <c>--output json</c> told it: a line for each part of each event, and for each tick.
/// </summary>
internal sealed record Story(IReadOnlyList<JsonElement> Lines, IReadOnlyList<JsonElement> Ticks, string Data)
{
    /// <summary>Runs it and checks that it ended well and said nothing else.</summary>
    public static async Task<Story> RunAsync(string repository, params string[] arguments)
    {
        var data = Directory.CreateTempSubdirectory("watchkeeper-story-").FullName;
        var (exitCode, output, errors) = await CommandLine.RunAsync(
            repository, ["run", "--once", "--output", "json", "--data", data, .. arguments]);
        exitCode.ShouldBe(0, errors);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToLookup(IsOfSchedule);
        return new Story([.. lines[false]], [.. lines[true]], data);
    }

    /// <summary>What both backends must agree on, event by event.</summary>
    public IEnumerable<string> Decisions() => Lines.Select(line => string.Join(
        " | ", Names.Where(name => name != "reason" || !IsRejected(line))
            .Select(name => line.GetProperty(name).ValueKind is JsonValueKind.Null ? "-" : line.GetProperty(name).GetString())));

    /// <summary>What followed from events.</summary>
    public IEnumerable<JsonElement> Consequences(string kind) => In(Lines, kind);

    /// <summary>What followed from the schedules' ticks after the last event.</summary>
    public IEnumerable<JsonElement> LaterConsequences(string kind) => In(Ticks, kind);

    private static IEnumerable<JsonElement> In(IEnumerable<JsonElement> lines, string kind) => lines
        .SelectMany(line => line.GetProperty("consequences").EnumerateArray())
        .Where(each => each.GetProperty("kind").GetString() == kind);

    private static readonly string[] Names =
        ["file", "function", "outcome", "reason", "path", "incident", "fingerprint", "severity"];

    // Why an event from the future is refused names the clock, which is not the same on files and in real processes.
    private static bool IsRejected(JsonElement line) => line.GetProperty("outcome").GetString() == "failed";

    // No event file stands behind it.
    private static bool IsOfSchedule(JsonElement line) => line.GetProperty("file").GetString() == "";

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
