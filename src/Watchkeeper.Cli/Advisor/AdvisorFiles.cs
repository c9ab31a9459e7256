using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Advisor;

/// <summary>
/// Trusted Advisor's checks and their results over time, from files in the format of <c>aws support
/// describe-trusted-advisor-checks</c> and <c>describe-trusted-advisor-check-result</c>.
/// </summary>
internal sealed class AdvisorFiles
{
    private readonly ImmutableArray<CheckResultFile> results;

    private AdvisorFiles(JsonElement? checks, ImmutableArray<CheckResultFile> results) =>
        (Checks, this.results) = (checks, results);

    /// <summary>The array of checks; null if the file is missing, as for an account without the support plan.</summary>
    public JsonElement? Checks { get; }

    /// <summary>
    /// Reads <c>trusted-advisor-checks.json</c> and every file of <c>trusted-advisor-results</c>. Missing files mean no data.
    /// </summary>
    /// <exception cref="RunException">A file has another format.</exception>
    public static AdvisorFiles Load(string folder)
    {
        var checks = Path.Combine(folder, "trusted-advisor-checks.json");
        var results = Path.Combine(folder, "trusted-advisor-results");
        return new AdvisorFiles(
            File.Exists(checks) ? Member(checks, "describe-trusted-advisor-checks", "checks", JsonValueKind.Array) : null,
            Directory.Exists(results)
                ? [.. Directory.EnumerateFiles(results, "*.json").Order(StringComparer.Ordinal).Select(Result)]
                : []);
    }

    /// <summary>Returns whether a check with this id exists.</summary>
    public bool Has(string checkId) =>
        Checks is { } all && all.EnumerateArray().Any(check => check.GetProperty("id").ValueEquals(checkId));

    /// <summary>Returns the check's last result at the given time; null if the check had not run yet.</summary>
    public JsonElement? ResultOf(string checkId, DateTimeOffset now) => results
        .Where(result => result.CheckId == checkId && result.At <= now)
        .MaxBy(result => result.At)?.Result;

    private static CheckResultFile Result(string file)
    {
        const string command = "describe-trusted-advisor-check-result";
        var result = Member(file, command, "result", JsonValueKind.Object);
        return result.TryGetProperty("checkId", out var id) && id.ValueKind is JsonValueKind.String
            && result.TryGetProperty("timestamp", out var at)
            && at.ValueKind is JsonValueKind.String
            && at.TryGetDateTimeOffset(out var time)
            ? new CheckResultFile(id.GetString()!, time, result)
            : throw Refused(file, command, "$.result needs «checkId», and «timestamp» as an ISO 8601 time");
    }

    private static JsonElement Member(string file, string command, string name, JsonValueKind kind)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.ValueKind is JsonValueKind.Object
                && document.RootElement.TryGetProperty(name, out var member) && member.ValueKind == kind
                ? member.Clone()
                : throw Refused(file, command, $"$.{name} must be {(kind is JsonValueKind.Array ? "an array" : "an object")}");
        }
        catch (JsonException error)
        {
            throw Refused(file, command, error.Message);
        }
    }

    private static RunException Refused(string file, string command, string problem) =>
        new($"«{file}» is not what «aws support {command}» prints: {problem}");

    private sealed record CheckResultFile(string CheckId, DateTimeOffset At, JsonElement Result);
}
