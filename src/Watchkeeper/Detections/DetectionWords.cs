using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>What a detection tells people, without what it looks for.</summary>
/// <param name="English">The texts in English.</param>
/// <param name="Chinese">The texts in Chinese; null without a translation.</param>
/// <param name="IsAboutFailures">Whether the detection looks for calls that failed, so that its title says that they did.</param>
internal sealed record DetectionWords(DetectionTexts English, DetectionTexts? Chinese, bool IsAboutFailures)
{
    // A message names no more of them.
    private const int MaxCalls = 20;

    /// <summary>The calls that undo the act, without the condition that they must be about the same; empty without any.</summary>
    public ImmutableArray<string> UndoneBy { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// The words of one built-in detection; null if none has this id. Reads one embedded file and compiles no pattern, because
    /// each message of a detection pays for it.
    /// </summary>
    public static DetectionWords? Find(string id) => DetectionCatalogue.FindFile(id) is { } file
        ? Read(JsonElement.Parse(file), new DetectionErrors())
        : null;

    /// <summary>The words in a detection's file. Texts that are missing or too long are reported.</summary>
    public static DetectionWords Read(JsonElement file, DetectionErrors errors)
    {
        var texts = new DetectionTextReader(errors);
        return new DetectionWords(
            texts.Read("$", file), texts.ReadChinese(file), EventPatternReader.NamesErrorCode(file.Member("pattern")))
        {
            UndoneBy = [.. CallsIn(file.Member("undone")).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>The words with every text in one line that shows as it is, for a file that is not ours.</summary>
    public DetectionWords ToInert() => this with
    {
        English = ToInert(English),
        Chinese = Chinese is null ? null : ToInert(Chinese),
        UndoneBy =
        [
            .. UndoneBy.Take(MaxCalls).Select(call => InertText.Line(call, SubjectLimits.LabelValue))
                .Where(call => call.Length > 0),
        ],
    };

    /// <summary>The texts in Chinese, with English for those that the translation leaves out; or in English.</summary>
    public DetectionTexts In(bool chinese) => chinese && Chinese is { } texts
        ? texts with
        {
            Response = texts.Response.Length > 0 ? texts.Response : English.Response,
            FalsePositives = texts.FalsePositives.Length > 0 ? texts.FalsePositives : English.FalsePositives,
        }
        : English;

    private static DetectionTexts ToInert(DetectionTexts texts) => new(
        InertText.Line(texts.Title), InertText.Line(texts.Description), InertText.Line(texts.Response),
        InertText.Line(texts.FalsePositives));

    // One undoing or several; a pattern may name its calls in each of its alternatives.
    private static IEnumerable<string> CallsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(CallsIn),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => JsonText.ReadName(member) switch
        {
            "pattern" or "detail" or "$or" => CallsIn(member.Value),
            "eventName" when member.Value.ValueKind is JsonValueKind.Array => member.Value.EnumerateArray()
                .Where(name => name.ValueKind is JsonValueKind.String).Select(JsonText.Read),
            _ => [],
        }),
        _ => [],
    };
}
