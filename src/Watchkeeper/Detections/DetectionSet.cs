using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Watchkeeper.Patterns.Indexing;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>
/// The detections in force: the built-in ones, a user's own, and other stages of built-in ones. One of the user's with the id of
/// a built-in one takes its place.
/// </summary>
public sealed record DetectionSet
{
    /// <summary>
    /// Maximum number of files in a list. A function parses them when it starts, about a quarter of a millisecond each on a
    /// function's share of a core.
    /// </summary>
    public const int MaxFiles = 1000;

    /// <summary>Maximum size of a list in bytes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>The built-in detections alone.</summary>
    public static DetectionSet BuiltIn { get; } = new();

    /// <summary>The user's own detections.</summary>
    public ImmutableArray<Detection> Own { get; init; } = [];

    /// <summary>The other stages of built-in ones.</summary>
    public ImmutableArray<StageSetting> Stages { get; init; } = [];

    /// <summary>A hash of the list that the set was parsed from; empty for the built-in detections alone.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The version of the whole set, for the configuration's version.</summary>
    public string Version => VersionOf(Hash);

    /// <summary>The version of a set by the hash of its list; empty for the built-in detections alone.</summary>
    public static string VersionOf(string hash) =>
        hash.Length == 0 ? DetectionCatalogue.Version : $"{DetectionCatalogue.Version} {hash}";

    /// <summary>The hash of a list.</summary>
    public static string HashOf(ReadOnlySpan<byte> list) => Convert.ToHexStringLower(SHA256.HashData(list)[..16]);

    /// <summary>Writes a list: an array of the files' objects, without spaces.</summary>
    /// <param name="files">The files, each with one JSON object: a detection or a <see cref="StageSetting"/>.</param>
    public static ReadOnlyMemory<byte> Write(IEnumerable<ReadOnlyMemory<byte>> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var file in files)
                JsonElement.Parse(file.Span).WriteTo(writer);
            writer.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Parses a list. No input makes the parser throw.</summary>
    /// <returns>The set, or all errors with their paths: <c>$[3].severity</c>.</returns>
    public static (DetectionSet? Set, ImmutableArray<Rejection> Errors) Parse(ReadOnlyMemory<byte> list)
    {
        try
        {
            return Read(JsonElement.Parse(list.Span, Options), HashOf(list.Span));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return (null, [new Rejection("$", $"is not a list of detections: {error.Message}")]);
        }
    }

    /// <summary>A matcher of all of them. Built-in ones are parsed when an event first needs them.</summary>
    /// <param name="ownRoles"><see cref="DetectionMatcher.OwnRoles"/>.</param>
    /// <param name="settings">What the configuration says of them; null for nothing.</param>
    public DetectionMatcher CreateMatcher(ImmutableArray<string> ownRoles, DetectionSettings? settings = null)
    {
        settings ??= DetectionSettings.None;
        var builder = new PatternIndexBuilder();
        var ids = DetectionIndexFile.Read(DetectionCatalogue.IndexFile, builder);
        var load = new Func<string, Detection>(DetectionCatalogue.Load);
        var replaced = Own.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        var stages = Stages.ToDictionary(setting => setting.Id, StringComparer.Ordinal);
        foreach (var alternative in DetectionIndex.Alternatives(Own, first: ids.Length))
            builder.Add(alternative);
        return DetectionMatcher.From(
            [.. ids.Select(Source), .. Own.Select(one => DetectionSource.From(settings.Apply(one)))], builder.Build(), ownRoles,
            settings.Exceptions);

        // What is replaced keeps its place in the index, and is off.
        DetectionSource Source(string id) =>
            replaced.Contains(id) ? new(id, static each => DetectionCatalogue.Load(each) with { Stage = DetectionStage.Off })
            : stages.TryGetValue(id, out var setting) ? new(id, _ => settings.Apply(setting.Apply()))
            : settings.IsAbout(id) ? new(id, each => settings.Apply(load(each)))
            : new(id, load);
    }

    private static (DetectionSet? Set, ImmutableArray<Rejection> Errors) Read(JsonElement list, string hash)
    {
        if (list.ValueKind is not JsonValueKind.Array)
            return (null, [new Rejection("$", "must be an array of detections")]);
        var (own, stages, errors) = (new List<Detection>(), new List<StageSetting>(), new List<Rejection>());
        var known = new HashSet<string>(StringComparer.Ordinal);
        var at = 0;
        foreach (var file in list.EnumerateArray())
        {
            var path = string.Create(null, $"$[{at++}]");
            if (StageSetting.From(file) is { } setting)
                stages.Add(setting);
            else if (Parse(file) is var parsed && parsed.Detection is { } detection)
                own.Add(detection);
            else
                errors.AddRange(parsed.Errors.Select(error => new Rejection($"{path}{error.Path[1..]}", error.Reason)));
            var id = file.ValueKind is JsonValueKind.Object && file.TryGetProperty("id", out var named) ? named.ToString() : "";
            if (!known.Add(id) && errors.Count == 0)
                errors.Add(new Rejection($"{path}.id", "is the id of another one too: ids are unique"));
        }

        return errors.Count > 0
            ? (null, [.. errors])
            : (new DetectionSet { Own = [.. own], Stages = [.. stages], Hash = hash }, []);
    }

    private static DetectionParseResult Parse(JsonElement file) =>
        DetectionParser.Parse(Encoding.UTF8.GetBytes(file.GetRawText()));
}
