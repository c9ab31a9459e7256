using System.Text.Json;
using Spectre.Console;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Run.Output;
using Watchkeeper.Cli.Tests.Run;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>The repository's story, run once in this process; its data folder is asked by every test that shares it.</summary>
public sealed class StoryFixture : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-asked-");

    /// <summary>The data folder; nobody writes to it.</summary>
    public string Data => Path.Combine(folder.FullName, "story");

    /// <summary>What the run said of each part of each event.</summary>
    internal IReadOnlyList<JsonElement> Lines { get; private set; } = [];

    /// <summary>All lines of the JSON.</summary>
    internal string Json { get; private set; } = "";

    /// <summary>The same run as text, by the terminal's width (null: a pipe) and whether it is verbose.</summary>
    internal IReadOnlyDictionary<(int? Width, bool IsVerbose), StringWriter> Texts { get; } =
        new (int? Width, bool IsVerbose)[] { (null, false), (80, false), (120, false), (80, true), (null, true) }
            .ToDictionary(form => form, _ => new StringWriter());

    public async ValueTask InitializeAsync()
    {
        Json = await RunAsync(Data, events: null, [.. Texts.Select(each => TextTo(each.Value, each.Key))]);
        Lines = LinesOf(Json);
    }

    /// <summary>Runs events over a data folder, as <c>run --once --output json</c> does.</summary>
    internal static async Task<IReadOnlyList<JsonElement>> RunAsync(string data, string events) =>
        LinesOf(await RunAsync(data, events, []));

    private static async Task<string> RunAsync(string data, string? events, IRunOutput[] texts)
    {
        using var output = new StringWriter();
        var options = new RunOptions
        {
            Backend = "embedded",
            Once = true,
            Port = 0,
            Data = data,
            Events = events,
            Template = Repository.PathOf("template.yaml"),
        };
        await new RunSession(options, new OutputGroup([new JsonOutput(output), .. texts]), TimeProvider.System)
            .RunAsync(CancellationToken.None);
        return output.ToString();
    }

    private static IReadOnlyList<JsonElement> LinesOf(string json) =>
        [.. json.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Select(Parse)];

    private static TextOutput TextTo(TextWriter writer, (int? Width, bool IsVerbose) form)
    {
        var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No };
        return new TextOutput(AnsiConsole.Create(settings))
        {
            Width = form.Width,
            IsVerbose = form.IsVerbose,
            Program = "watchkeeper",
        };
    }

    /// <summary>A copy that a test may change.</summary>
    public string Copy()
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder.FullName, Path.GetRandomFileName())).FullName;
        foreach (var file in Directory.EnumerateFiles(Data))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    /// <summary>The id of the event in a file.</summary>
    public string EventOf(string file) =>
        Lines.First(line => line.GetProperty("file").GetString() == file).GetProperty("event_id").GetString()!;

    /// <summary>The incident of the event in a file.</summary>
    public string IncidentOf(string file) =>
        Lines.First(line => line.GetProperty("file").GetString() == file).GetProperty("incident").GetString()!;

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    internal static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}

/// <summary>The story is run once for all who ask it.</summary>
[CollectionDefinition(Name)]
public sealed class StoryTestGroup : ICollectionFixture<StoryFixture>
{
    public const string Name = "story";
}
