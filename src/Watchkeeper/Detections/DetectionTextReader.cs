using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Patterns.Compilation;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>Parses what a detection tells people.</summary>
internal sealed class DetectionTextReader(DetectionErrors errors)
{
    private const int MaxTitleLength = 160;
    private const int MaxTextLength = 2000;

    /// <summary>The members of the texts, in the file itself and in its translations.</summary>
    public static readonly string[] Members = ["title", "description", "response", "falsePositives"];

    /// <summary>The texts in an object at <paramref name="place"/>; a translation needs title and description too.</summary>
    public DetectionTexts Read(string place, JsonElement texts) => new(
        Required(place, texts, "title", MaxTitleLength),
        Required(place, texts, "description", MaxTextLength),
        Optional(place, texts, "response"),
        Optional(place, texts, "falsePositives"));

    /// <summary>The Chinese texts; null without any.</summary>
    public DetectionTexts? ReadChinese(JsonElement file)
    {
        if (!file.Has("zh"))
            return null;
        var texts = file.Member("zh");
        if (texts.ValueKind is JsonValueKind.Object)
        {
            errors.CheckMembers("$.zh", texts, Members);
            return Read("$.zh", texts);
        }

        errors.Add("$.zh", "expected an object with title and description in Chinese");
        return null;
    }

    /// <summary>A text of one line.</summary>
    public string Required(string place, JsonElement file, string name, int longest)
    {
        var member = file.Member(name);
        var text = member.ValueKind is JsonValueKind.String ? JsonText.Read(member) : "";
        if (InertText.Line(text).Length == 0)
            errors.Add($"{place}.{name}", "expected a text");
        else if (text.Length > longest)
            errors.Add($"{place}.{name}", $"expected a text of at most {longest} characters");
        else if (text.Any(char.IsControl))
            errors.Add($"{place}.{name}", "expected one line without control characters");
        return text;
    }

    /// <summary>An https address; empty if it is optional and missing.</summary>
    public string Address(JsonElement file, string name, bool isRequired)
    {
        if (!isRequired && !file.Has(name))
            return "";
        var address = Required("$", file, name, SubjectLimits.Resource);
        if (address.Length > 0 && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
            errors.Add($"$.{name}", "expected an https address");
        return address;
    }

    /// <summary>A list of codes, each of the form that <paramref name="isCode"/> accepts.</summary>
    public ImmutableArray<string> Codes(JsonElement file, string name, Func<string, bool> isCode, string example)
    {
        if (!file.Has(name))
            return [];
        var list = file.Member(name);
        if (list.ValueKind is not JsonValueKind.Array)
        {
            errors.Add($"$.{name}", $"expected an array of texts such as {example}");
            return [];
        }

        var codes = ImmutableArray.CreateBuilder<string>();
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            var code = item.ValueKind is JsonValueKind.String ? JsonText.Read(item) : "";
            if (isCode(code))
                codes.Add(code);
            else
                errors.Add(PatternPath.Item($"$.{name}", index), $"expected a text such as {example}");
        }

        return codes.ToImmutable();
    }

    private string Optional(string place, JsonElement file, string name) =>
        file.Has(name) ? Required(place, file, name, MaxTextLength) : "";
}
