using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Detections;

/// <summary>What a built-in detection tells people, without what it looks for.</summary>
/// <param name="English">The texts in English.</param>
/// <param name="Chinese">The texts in Chinese; null without a translation.</param>
/// <param name="IsAboutFailures">Whether the detection looks for calls that failed, so that its title says that they did.</param>
internal sealed record DetectionWords(DetectionTexts English, DetectionTexts? Chinese, bool IsAboutFailures)
{
    /// <summary>The calls that undo the act, without the condition that they must be about the same; empty without any.</summary>
    public ImmutableArray<string> UndoneBy { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// The words of one detection; null if no built-in one has this id. Reads one embedded file and compiles no pattern, because
    /// each message of a detection pays for it.
    /// </summary>
    public static DetectionWords? Find(string id)
    {
        if (DetectionCatalogue.FindFile(id) is not { } file)
            return null;
        var json = JsonElement.Parse(file);
        var texts = new DetectionTextReader(new DetectionErrors());
        return new DetectionWords(
            texts.Read("$", json), texts.ReadChinese(json), EventPatternReader.NamesErrorCode(json.Member("pattern")))
        {
            UndoneBy = [.. CallsIn(json.Member("undone")).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>The texts in Chinese, with English for those that the translation leaves out; or in English.</summary>
    public DetectionTexts In(bool chinese) => chinese && Chinese is { } texts
        ? texts with
        {
            Response = texts.Response.Length > 0 ? texts.Response : English.Response,
            FalsePositives = texts.FalsePositives.Length > 0 ? texts.FalsePositives : English.FalsePositives,
        }
        : English;

    // One undoing or several; a pattern may name its calls in each of its alternatives.
    private static IEnumerable<string> CallsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(CallsIn),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => member.Name switch
        {
            "pattern" or "detail" or "$or" => CallsIn(member.Value),
            "eventName" => member.Value.EnumerateArray().Where(name => name.ValueKind is JsonValueKind.String)
                .Select(name => name.GetString()!),
            _ => [],
        }),
        _ => [],
    };
}
