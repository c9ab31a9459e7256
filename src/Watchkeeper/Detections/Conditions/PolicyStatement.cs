using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections.Conditions;

/// <summary>
/// A statement of a policy («Grammar of the IAM JSON policy language» in the IAM user guide). Names of elements are read in any
/// case, and one value as a list of one, as IAM does.
/// </summary>
internal readonly record struct PolicyStatement(JsonElement Statement)
{
    /// <summary>Whether the statement allows.</summary>
    public bool Allows => Texts("Effect") is [var effect] && effect.Equals("Allow", StringComparison.OrdinalIgnoreCase);

    /// <summary>The statements of a policy: a JSON object, or a text that holds one. Anything else has none.</summary>
    public static IEnumerable<PolicyStatement> In(JsonElement policy)
    {
        var document = policy.ValueKind is JsonValueKind.String ? Parse(JsonText.Read(policy)) : policy;
        return Items(Member(document, "Statement")).Where(item => item.ValueKind is JsonValueKind.Object)
            .Select(item => new PolicyStatement(item));
    }

    /// <summary>An element of the statement; undefined if it is missing.</summary>
    public JsonElement Element(string name) => Member(Statement, name);

    /// <summary>The texts of an element.</summary>
    public ImmutableArray<string> Texts(string name) => TextsOf(Element(name));

    /// <summary>A text, or the texts of a list.</summary>
    public static ImmutableArray<string> TextsOf(JsonElement element) =>
        [.. Items(element).Where(item => item.ValueKind is JsonValueKind.String).Select(JsonText.Read)];

    /// <summary>A member by its name in any case.</summary>
    public static JsonElement Member(JsonElement element, string name)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            return default;
        foreach (var member in element.EnumerateObject())
        {
            if (JsonText.ReadName(member).Equals(name, StringComparison.OrdinalIgnoreCase))
                return member.Value;
        }

        return default;
    }

    private static IEnumerable<JsonElement> Items(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray(),
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        _ => [element],
    };

    // Responses of IAM carry policies in URL encoding.
    private static JsonElement Parse(string text)
    {
        try
        {
            var json = text.StartsWith("%7B", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(text) : text;
            return JsonElement.Parse(Encoding.UTF8.GetBytes(json));
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
