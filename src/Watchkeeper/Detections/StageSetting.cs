using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>
/// Another stage for a built-in detection: a file with <c>id</c> and <c>stage</c> alone. It needs no tests, because what the
/// detection finds stays the same.
/// </summary>
/// <param name="Id">The id of the built-in detection.</param>
/// <param name="Stage">The stage.</param>
public sealed record StageSetting(string Id, DetectionStage Stage)
{
    /// <summary>
    /// The setting of a file; null if the file is none: it says more, names no built-in detection, or no stage.
    /// </summary>
    public static StageSetting? Parse(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return From(JsonElement.Parse(utf8Json));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The setting of a parsed file; null as for <see cref="Parse"/>.</summary>
    internal static StageSetting? From(JsonElement file)
    {
        try
        {
            return Read(file);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The built-in detection with this stage.</summary>
    public Detection Apply() => DetectionCatalogue.Load(Id) with { Stage = Stage };

    private static StageSetting? Read(JsonElement file) =>
        file.ValueKind is JsonValueKind.Object && file.GetPropertyCount() == 2
        && Text(file, "id") is { } id && Text(file, "stage") is { } stage
        && DetectionCatalogue.FindFile(id) is not null && KebabCase.Parse<DetectionStage>(stage) is { } known
            ? new StageSetting(id, known)
            : null;

    private static string? Text(JsonElement file, string name) =>
        file.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
