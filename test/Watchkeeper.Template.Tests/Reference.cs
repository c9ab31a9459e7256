using System.Text.Json;

namespace Watchkeeper.Template.Tests;

/// <summary>Formats CloudFormation's references as short text, for comparisons.</summary>
internal static class Reference
{
    /// <summary>
    /// <c>Name</c> for a Ref, <c>Name.Attribute</c> for a GetAtt, the text of a Sub or a Join, and plain text as it is.
    /// </summary>
    public static string From(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return value.ToString();
        var call = value.EnumerateObject().Single();
        return call.Name switch
        {
            "Fn::GetAtt" => string.Join('.', call.Value.EnumerateArray().Select(part => part.GetString())),
            "Fn::Split" => From(call.Value[1]),
            "Fn::Join" => string.Join(call.Value[0].GetString(), AllOf(call.Value[1])),
            "Fn::Sub" when call.Value.ValueKind == JsonValueKind.Array => call.Value[0].GetString()!,
            _ => call.Value.ToString(),
        };
    }

    /// <summary>The references of a list, or a single one.</summary>
    public static IEnumerable<string> AllOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(From) : [From(value)];
}
