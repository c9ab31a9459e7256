using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>Reading members without ever failing.</summary>
internal static class DetectionJson
{
    /// <summary>A member, or an undefined element.</summary>
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

    /// <summary>Whether there is such a member.</summary>
    public static bool Has(this JsonElement element, string name) => element.Member(name).ValueKind is not JsonValueKind.Undefined;
}
