using System.Text.Json;
using Shouldly;

namespace Watchkeeper.EndToEnd;

/// <summary>
/// The output of one run with <c>--output json</c>: one line for each part of an event, and for each schedule, and the sums.
/// </summary>
internal sealed record Story(IReadOnlyList<JsonElement> Lines, IReadOnlyList<JsonElement> Ticks, JsonElement Sums, string Data)
{
    /// <summary>Runs the command line and checks that it succeeds without other output.</summary>
    public static Task<Story> RunAsync(string repository, params string[] arguments) => RunAsync(repository, 0, arguments);

    /// <summary>Runs the command line and checks that it ends with this code, without other output.</summary>
    public static async Task<Story> RunAsync(string repository, int expected, params string[] arguments)
    {
        var data = Directory.CreateTempSubdirectory("watchkeeper-story-").FullName;
        var (exitCode, output, errors) = await CommandLine.RunAsync(
            repository, ["run", "--once", "--output", "json", "--data", data, .. arguments]);
        exitCode.ShouldBe(expected, errors);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToLookup(ObjectOf, StringComparer.Ordinal);
        return new Story([.. lines["event"]], [.. lines["effects"]], lines["summary"].ShouldHaveSingleItem(), data);
    }

    /// <summary>The decisions on each event, which must be equal for both backends.</summary>
    public IEnumerable<string> Decisions() => Lines.Select(line => string.Join(
        " | ", Names.Where(name => name != "reason" || !IsRejected(line))
            .Select(name => line.GetProperty(name).ValueKind is JsonValueKind.Null ? "-" : line.GetProperty(name).GetString())));

    /// <summary>The consequences of events.</summary>
    public IEnumerable<JsonElement> Consequences(string kind) => In(Lines, kind);

    /// <summary>The consequences of the schedules after the last event.</summary>
    public IEnumerable<JsonElement> LaterConsequences(string kind) => In(Ticks, kind);

    private static IEnumerable<JsonElement> In(IEnumerable<JsonElement> lines, string kind) => lines
        .SelectMany(line => line.GetProperty("consequences").EnumerateArray())
        .Where(each => each.GetProperty("kind").GetString() == kind);

    private static readonly string[] Names =
        ["file", "function", "outcome", "reason", "path", "incident", "fingerprint", "severity"];

    // The reason for rejecting a future event contains the clock, which differs between files and real processes.
    private static bool IsRejected(JsonElement line) => line.GetProperty("outcome").GetString() == "failed";

    private static string ObjectOf(JsonElement line) => line.GetProperty("object").GetString()!;

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
