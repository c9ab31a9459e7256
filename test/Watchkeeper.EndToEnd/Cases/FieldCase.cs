using System.Text.Json;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Run.Output;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd.Cases;

/// <summary>
/// One case from the field: a folder of events, each beside an operator's expectation in <c>….expected.json</c>. The expectation
/// of the final sweep is in <c>end.expected.json</c>; without that file no result is expected of it.
/// </summary>
internal sealed record FieldCase(string Folder)
{
    private const string Expected = ".expected.json";

    public static string Root { get; } = Repository.PathOf("test/Watchkeeper.EndToEnd/Cases");

    private string Path => System.IO.Path.Combine(Root, Folder);

    /// <summary>The cases of one kind.</summary>
    public static IEnumerable<FieldCase> List(string kind) => Directory
        .EnumerateFiles(System.IO.Path.Combine(Root, kind), $"*{Expected}", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Root, System.IO.Path.GetDirectoryName(file)!).Replace('\\', '/'))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(folder => new FieldCase(folder));

    /// <summary>The events without their expectations.</summary>
    public IEnumerable<string> Inputs() =>
        Directory.EnumerateFiles(Path, "*.json").Where(file => !file.EndsWith(Expected, StringComparison.Ordinal));

    /// <summary>The expectations, by event.</summary>
    public SortedDictionary<string, CaseResult> Expectations() => new(
        Directory.EnumerateFiles(Path, $"*{Expected}").ToDictionary(
            file => System.IO.Path.GetFileName(file)[..^Expected.Length],
            file => CaseResult.Parse(File.ReadAllText(file)),
            StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>Runs the case as <c>run --once --output json</c> does, and returns its lines without the sums.</summary>
    public async Task<IReadOnlyList<JsonElement>> RunAsync(string place, CancellationToken cancellationToken)
    {
        var events = Directory.CreateDirectory(System.IO.Path.Combine(place, "events")).FullName;
        var template = System.IO.Path.Combine(place, "template.yaml");
        File.Copy(Repository.PathOf("template.yaml"), template);
        foreach (var file in Inputs())
            File.Copy(file, System.IO.Path.Combine(events, System.IO.Path.GetFileName(file)));
        CopyApplication(events);
        using var output = new StringWriter();
        var options = new RunOptions
        {
            Backend = "embedded",
            Events = events,
            Template = template,
            Data = System.IO.Path.Combine(place, "data"),
            Once = true,
            Port = 0,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["Reactions"] = "auto" },
        };
        await new RunSession(options, new JsonOutput(output), new TimeAfterAllStories()).RunAsync(cancellationToken);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Select(Parse)];
    }

    private void CopyApplication(string events)
    {
        var source = System.IO.Path.Combine(Path, EventFiles.ApplicationFolder);
        if (!Directory.Exists(source))
            return;
        var copy = Directory.CreateDirectory(System.IO.Path.Combine(events, EventFiles.ApplicationFolder)).FullName;
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, System.IO.Path.Combine(copy, System.IO.Path.GetFileName(file)));
    }

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    // A run's clock never passes the real one, and some cases last for weeks.
    private sealed class TimeAfterAllStories : TimeProvider
    {
        private readonly TimeSpan ahead = new DateTimeOffset(2027, 12, 1, 0, 0, 0, TimeSpan.Zero) - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
