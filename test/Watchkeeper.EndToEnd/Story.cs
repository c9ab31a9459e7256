using System.Text.Json;
using Shouldly;

namespace Watchkeeper.EndToEnd;

/// <summary>One run of the story, as <c>--output json</c> told it.</summary>
internal sealed record Story(IReadOnlyList<JsonElement> Lines, string Data)
{
    /// <summary>Runs it and checks that it ended well and said nothing else.</summary>
    public static async Task<Story> RunAsync(string repository, params string[] arguments)
    {
        var data = Directory.CreateTempSubdirectory("watchkeeper-story-").FullName;
        var (exitCode, output, errors) = await CommandLine.RunAsync(
            repository, ["run", "--once", "--output", "json", "--data", data, .. arguments]);
        exitCode.ShouldBe(0, errors);
        return new Story([.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)], data);
    }

    /// <summary>What both backends must agree on, event by event.</summary>
    public IEnumerable<string> Decisions() => Lines.Select(line => string.Join(
        " | ", Names.Where(name => name != "reason" || !IsRejected(line))
            .Select(name => line.GetProperty(name).ValueKind is JsonValueKind.Null ? "-" : line.GetProperty(name).GetString())));

    public IEnumerable<JsonElement> Consequences(string kind) => Lines
        .SelectMany(line => line.GetProperty("consequences").EnumerateArray())
        .Where(each => each.GetProperty("kind").GetString() == kind);

    private static readonly string[] Names = ["file", "function", "outcome", "reason", "path", "incident", "fingerprint", "severity"];

    // Why an event from the future is refused names the clock, which is not the same on files and in real processes.
    private static bool IsRejected(JsonElement line) => line.GetProperty("outcome").GetString() == "failed";

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
