using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>
/// The words of the detections in force: the built-in ones, and a user's own. One of the user's with the id of a built-in one
/// takes its place, as in a <see cref="DetectionSet"/>.
/// </summary>
public sealed class DetectionWordSet
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    private readonly FrozenDictionary<string, DetectionWords> own;

    private DetectionWordSet(IReadOnlyDictionary<string, DetectionWords> own) =>
        this.own = own.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words of the built-in detections alone.</summary>
    public static DetectionWordSet BuiltIn { get; } = new(new Dictionary<string, DetectionWords>(StringComparer.Ordinal));

    /// <summary>How many of the user's own detections take the place of a built-in one.</summary>
    public int Replaced => own.Keys.Count(DetectionCatalogue.Has);

    /// <summary>
    /// Parses the words of a list, and none of its patterns, because a message needs no more. No input makes the parser throw.
    /// </summary>
    /// <param name="list">The list, as <see cref="DetectionSet.Write"/> writes it.</param>
    /// <returns>The words, or all errors with their paths: <c>$[3].title</c>.</returns>
    public static (DetectionWordSet? Set, ImmutableArray<Rejection> Errors) Parse(ReadOnlyMemory<byte> list)
    {
        try
        {
            return Read(JsonElement.Parse(list.Span, Options));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return (null, [new Rejection("$", $"is not a list of detections: {error.Message}")]);
        }
    }

    /// <summary>Whether a detection with this id is the user's own.</summary>
    public bool IsOwn(string id) => own.ContainsKey(id);

    /// <summary>The words of a detection; null if none in force has this id.</summary>
    internal DetectionWords? Find(string id) => own.TryGetValue(id, out var words) ? words : DetectionWords.Find(id);

    private static (DetectionWordSet? Set, ImmutableArray<Rejection> Errors) Read(JsonElement list)
    {
        if (list.ValueKind is not JsonValueKind.Array)
            return (null, [new Rejection("$", "must be an array of detections")]);
        var own = new Dictionary<string, DetectionWords>(StringComparer.Ordinal);
        var rejections = ImmutableArray.CreateBuilder<Rejection>();
        foreach (var (at, file) in list.EnumerateArray().Index())
        {
            // Another stage leaves the words of the built-in detection.
            if (StageSetting.From(file) is not null)
                continue;
            var errors = new DetectionErrors();
            var id = DetectionReader.ReadId(file, errors);
            if (!own.TryAdd(id, DetectionWords.Read(file, errors).ToInert()))
                errors.Add("$.id", "is the id of another one too: ids are unique");
            rejections.AddRange(errors.Refuse().Errors
                .Select(error => new Rejection(string.Create(null, $"$[{at}]{error.Path.AsSpan(1)}"), error.Reason)));
        }

        return rejections.Count > 0 ? (null, rejections.ToImmutable()) : (new DetectionWordSet(own), []);
    }
}
