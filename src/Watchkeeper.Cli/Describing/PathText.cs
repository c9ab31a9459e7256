using System.Text.Json;

namespace Watchkeeper.Cli.Describing;

/// <summary>Paths of a detection's file in words.</summary>
internal static class PathText
{
    /// <summary>A path, or the first with a value of several.</summary>
    public static string Of(JsonElement path) =>
        string.Join(" or else ", path.Items().Select(RuleJson.Text).Select(PatternText.ShortPath));

    /// <summary>A list of paths.</summary>
    public static string List(JsonElement paths) => string.Join(", ", paths.Items().Select(Of));
}
