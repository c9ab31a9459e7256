using System.Text.Json;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Health;

/// <summary>Words about a Health event.</summary>
internal static class HealthText
{
    /// <summary>A code as people read it: <c>AWS_EC2_OPERATIONAL_ISSUE</c> is «EC2: operational issue».</summary>
    public static string Title(string service, string code)
    {
        var words = Without(Without(code, "AWS"), service).Replace('_', ' ').ToLowerInvariant();
        return service.Length > 0 ? $"{service}: {words}" : words;
    }

    /// <summary>
    /// The description in English, or in the first language there is, on one line (AWS writes its line breaks as two characters),
    /// and which page of how many this is.
    /// </summary>
    public static string ReasonOf(JsonElement detail)
    {
        var descriptions = detail.Get("eventDescription").Items();
        var chosen = descriptions.FirstOrDefault(
            description => description.Text("language").StartsWith("en", StringComparison.Ordinal));
        if (chosen.ValueKind is JsonValueKind.Undefined)
            chosen = descriptions.FirstOrDefault();
        var pages = detail.Text("totalPages");
        var page = pages is "" or "1" ? "" : $"(page {detail.Text("page")} of {pages}) ";
        var text = chosen.Text("latestDescription").Replace("\\n", " ", StringComparison.Ordinal);
        return InertText.Shorten(OneLine.From(page + text), SubjectLimits.Description);
    }

    private static string Without(string code, string prefix) =>
        prefix.Length > 0 && code.StartsWith(prefix + "_", StringComparison.OrdinalIgnoreCase)
            ? code[(prefix.Length + 1)..]
            : code;
}
