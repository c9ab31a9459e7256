using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>Reads members and never fails.</summary>
internal static class DetectionJson
{
    /// <summary>A member; an undefined element if it is missing.</summary>
    public static JsonElement Member(this JsonElement element, string name)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            return default;
        foreach (var member in element.EnumerateObject())
        {
            if (JsonText.ReadName(member) == name)
                return member.Value;
        }

        return default;
    }

    /// <summary>Whether the member exists.</summary>
    public static bool Has(this JsonElement element, string name) =>
        element.Member(name).ValueKind is not JsonValueKind.Undefined;
}
