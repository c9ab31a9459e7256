using System.Text.Json;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Health;

/// <summary>Texts for a Health event.</summary>
internal static class HealthText
{
    /// <summary>
    /// The description in English, or else in the first language, on one line, with the page number and the number of pages. AWS
    /// writes a line break as two characters: a backslash and an n.
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
        return InertText.Line(page + text, SubjectLimits.Description);
    }
}
