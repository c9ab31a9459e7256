using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Run;

/// <summary>How a run was started, in its data folder, so that other commands find the same template and table.</summary>
internal sealed record RunRecord
{
    private const string Name = "run.json";

    /// <summary>The backend of the run: embedded or emulators.</summary>
    public required string Backend { get; init; }

    /// <summary>The full path of the template.</summary>
    public required string Template { get; init; }

    /// <summary>The given parameters of the template.</summary>
    public ImmutableSortedDictionary<string, string> Parameters { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The full path of the file with secrets; null without one. The values stay in the file.</summary>
    public string? Secrets { get; init; }

    /// <summary>The region of the run.</summary>
    public required string Region { get; init; }

    /// <summary>
    /// The version of each function's configuration (<see cref="Configuration.ConfigurationVersion.Of"/>) by the function's name;
    /// empty if an earlier version wrote the file.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Configurations { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The URL of DynamoDB Local; null for the embedded backend.</summary>
    public string? DynamoDbUrl { get; init; }

    /// <summary>The table in DynamoDB Local; null for the embedded backend.</summary>
    public string? Table { get; init; }

    /// <summary>Writes the file of a data folder.</summary>
    public void Write(string folder)
    {
        var path = Path.Combine(folder, Name);
        File.WriteAllBytes(path + ".part", JsonSerializer.SerializeToUtf8Bytes(this, RunJson.Default.RunRecord));
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>Reads the file of a data folder; null if an earlier version wrote the folder.</summary>
    /// <exception cref="RunException">The file is damaged.</exception>
    public static RunRecord? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), RunJson.Default.RunRecord) : null;
        }
        catch (Exception damaged) when (damaged is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RunException($"«{path}» cannot be read: {damaged.Message} Repeat the run, or delete the file.", damaged);
        }
    }
}
